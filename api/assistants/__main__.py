"""python -m api.assistants"""

from api.assistants.main import main

main()
