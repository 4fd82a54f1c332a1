"""The staff app: read what came in, code it, answer, act."""
