"""The second look: a slower reader behind the scenes, which tells staff what the first look may have missed."""
