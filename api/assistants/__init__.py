"""The tools as assistants call them: a server of the Model Context Protocol (MCP) over stdin and stdout."""
