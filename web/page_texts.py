"""The words of the pages themselves. A language replaces any of them by the text `web.NAME` of its shared words."""

from collections.abc import Mapping

from feedback.flows.words import Command, Words

TEXTS: Mapping[str, str] = {
    "skip_link": "Skip to the main part",
    "home": "Start page",
    "stories_title": "Stories from people who took part",
    "stories_whose": "Each person has read their story and said yes to every word. They can take it back at any time.",
    "stories_none": "There are no stories here now.",
    "story_agreed": "Shown since {day}, with the person's yes.",
    "help": "Help now",
    "help_back": "Go back to your questions",
    "help_words_kept": "What you typed is kept. It will be there when you go back.",
    "leave": "Leave this page",
    "leave_hint": "It opens an empty page.",
    "blank_title": "Empty page",
    "blank": "There is nothing on this page.",
    "privacy": "What we do with your words",
    "home_title": "Tell us how it was for you",
    "home_intro": "You can tell {organisation} what it was like to take part. You choose how.",
    "home_us": "us",
    "home_about": "A computer program asks short questions. A person reads what you say, but not straight away.",
    "home_here": "On this website",
    "home_here_hint": "You need no app and no account. You can skip any question.",
    "home_telegram": "In Telegram",
    "home_telegram_link": "Open our chat in Telegram",
    "home_telegram_hint": "Telegram can read chats with us. This website is more private.",
    "home_mail": "By email",
    "home_mail_hint": "Write to us in your own words.",
    "return_title": "Come back to your answers",
    "return_hint": "Use the return code we gave you. It looks like ABCD-EFGH-JKMN.",
    "return_label": "Return code",
    "return_button": "Go on",
    "return_empty": "Type your return code.",
    "return_wrong": "We do not know this code. Please check each letter and number.",
    "return_wait": "Please wait a few seconds, then try the code again.",
    "start_intro": "We ask short questions, one at a time. You can skip any question. You can stop at any time.",
    "start_button": "Start",
    "start_invited": "You are invited",
    "start_open": "There are answers on this page that are not finished.",
    "start_open_link": "Go on with them",
    "start_new": "Or start new answers here. The others are kept, and need their return code.",
    "next": "Next",
    "send": "Send",
    "other_words": "In your own words",
    "pick_many": "Pick all that fit.",
    "date_hint": "For example 3 May 2026, or May 2026, or 2026.",
    "scale_ends": "{low} is: {low_words}. {high} is: {high_words}.",
    "between": "A number from {low} to {high}.",
    "error": "Error",
    "problem": "Please look at this",
    "pick_or_skip": "Pick an answer, or press {skip}.",
    "pick_one": "Pick one of these.",
    "write_or_skip": "Write an answer, or press {skip}.",
    "write_first": "Write something first.",
    "too_long": "This is too much to send at once. Please send it in smaller parts.",
    "not_saved": "This is not saved yet. We could not do it just now. It is still on this page. Please press {next} again.",
    "draft": "This is not saved yet. It is what you typed or picked here before. To save it, press {next}.",
    "offline": "You have no internet just now. This is not saved yet. It stays here. Press {next} again later.",
    "answered_before": "This is not saved. You answered this before: {before}. To change that, press {next}.",
    "moved_title": "This is not saved",
    "moved": "You sent it from an old page. You had gone on to something else by then.",
    "moved_picked": "You can go on, and give your answer there.",
    "code_summary": "Come back later, or clear this page",
    "code": "Your return code is {code}. Write it down. With it you can come back on any phone or computer.",
    "clear_hint": "Do you share this phone or computer? Then clear this page. What you told us is kept.",
    "clear": "Clear this page",
    "cleared_title": "This page is clear",
    "cleared": "Nothing about you is left on this page. With your return code you can come back.",
    "go_on": "Go on",
    "other_actions": "Other things you can do",
    "lost_title": "This page has lost its place",
    "lost": "We could not find your questions. They may have been cleared.",
    "lost_picked": "What you just sent is not saved.",
    "lost_words": "This is what you typed. It is not saved yet. You can copy it.",
    "missing_title": "There is no page here",
    "missing": "The link may be old, or a letter may be missing. You can go to the start page.",
    "token_title": "This link does not work",
    "token": "It may be too old. Or a letter is missing. You can still tell us what you think.",
    "refused_title": "We could not take that",
    "refused": "It did not come from our own page. Please open the page again and have another go.",
    "too_much_title": "That was too much at once",
    "too_much": "Please go back and send it in smaller parts.",
    "stop_letters_title": "Get no more letters",
    "stop_letters": "Press the button, and we will send you no more letters. What you told us is kept.",
    "stop_letters_button": "Send me no more letters",
    "no_letters_title": "You will get no more letters",
    "no_letters": "We have stopped. What you told us is kept. You can still write to us.",
    "no_letters_by_mistake": "Was this a mistake? You can get letters again.",
    "stopped_before": "Did you stop them before? You can get letters again.",
    "letters_again_button": "Send me letters again",
    "letters_again_title": "You can get letters again",
    "letters_again": "We may write to you again. You can stop the letters at any time.",
    "unsaved": "This is not saved yet. Please wait a minute, then send it once more.",
    "unsaved_picked": "What you picked is kept on this page.",
    "unsaved_words": "This is what you typed. It is not saved yet.",
    "once_more": "Send it once more",
    "broken_title": "Something went wrong",
    "broken": "The fault is ours. Please wait a minute, then try again.",
    "busy_title": "Please try again in a minute",
    "busy": "We could not save this just now. Please wait a minute, then try again.",
}
"""Kept apart from the texts of the conversation, which are the same in every channel."""

LABELS: Mapping[Command, str] = {
    "back": "Back",
    "skip": "Skip",
    "next": "Next",
    "help": "Help now",
    "pause": "Pause",
    "stop": "Stop",
    "change": "Change an answer",
    "delete": "Delete my answers",
    "person": "Talk to a person",
    "prefer_not": "Prefer not to say",
    "no_reminders": "No more reminders",
    "in_one_go": "Tell it in one go",
    "take_back": "Take back",
}
"""What a button says where the shared words have no label of their own."""


def say(words: Words, name: str, **fill: str) -> str:
    """Return a text of the page in the language of `words`, or a text that all channels share.

    Raises KeyError for an unknown name: a fault of ours.
    """
    own = words.texts.get(f"web.{name}", TEXTS.get(name))
    return (words.texts[name] if own is None else own).format(**fill)


def label(words: Words, command: Command) -> str:
    """Return what the button for a command says."""
    if command == "start":
        return say(words, "go_on")  # in a conversation, to start is to go on
    return words.labels.get(command) or LABELS[command]
