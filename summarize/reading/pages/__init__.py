"""Web pages: which of their text is the article, and what the page says about it."""
