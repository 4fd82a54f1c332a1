"""`python -m sayso`: the command line, where the shell does not find the command `sayso`."""

from sayso.cli import main

main()
