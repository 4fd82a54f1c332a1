"""A small flow that many tests play, and the same with one question more before it."""

_BEGINNING = """
flow = "tea"
version = 1
language = "en"
title = "Tea"
level = "person"
expires = "14 days"
reminders = ["1 day"]
start = "Hello. I am a computer program, not a person."
[consent]
ask = "Is it OK to keep your answers?"
more = "privacy"
no = "That is fine."
"""
_CUP = """[[question]]
id = "cup"
ask = "Which cup do you like?"
short = "Cup"
type = "one"
theme = "cups"
choices.red = "Red"
choices.blue = "Blue"
choices.none = "No cup"
"""
_QUESTIONS = """[[question]]
id = "milk"
ask = "Do you take milk?"
short = "Milk"
type = "yesno"
theme = "milk"
[[question]]
id = "why"
ask = "Why is that?"
short = "Why"
type = "text"
theme = "why"
[finish]
check = "Here is what you told us. Is it right?"
thanks = "Thank you."
"""
TEA = _BEGINNING + _QUESTIONS
TEA_IN_A_CUP = _BEGINNING + _CUP + _QUESTIONS
