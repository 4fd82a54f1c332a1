"""Whether a text is addressed to the program: a question to it or about the questions, or a request. An answer seldom is either."""

import re

_OPENING = r"(?:(?:sorry|eh|wait|hang on|oops|no wait|please|hi|hello|er|um|but|and|so|hey|love|pal|mate|right|ok|no|oh|well|also|before i (?:do|answer|say)) )*"
_ASKS = re.compile(
    rf"^{_OPENING}(?:(?:can|could|may|might|will|would|do|does|did|is|are|am|have|has|should|shall) (?:not )?(?:i|you|u|we|this|that|it|these|they|there|them|my|the|any|anyone|anybody|someone|somebody|what|if|your|youse)"
    r"|(?:who|whos|what|whats|how|hows|why|whys|where|which|whose|when)) .*\b(?:i|you|u|your|this|that|it|these|them|question|questions|answer|answers|survey|form|chat|count|counts|counted|mean|means|meant|name|me|my|asking|asked|long|many|more|bit|one|get|gets|see|sees|information|options|again)\b"
)
_REQUESTS = re.compile(
    r"\b(?:restart|undo|repeat|start (?:again|over|afresh|from|it)|from the (?:start|beginning|top)|say (?:that|it|them|this|the \w+|again)|go back|the one before|previous question|last question|next question|next please|next one|"
    r"didnt (?:catch|get|hear|follow|see) (?:that|it|you|the)|dont (?:follow|understand|get) (?:it|that|this|what|the|you)|missed that|what (?:was|were) (?:the question|you asking|that|it you)|whit was|"
    r"(?:put|gave|typed|said|sent|picked|chose|hit|entered|pressed) (?:you )?(?:the |a |in |down )*wrong (?:thing|one|answer|age|button|number|bit|date|box)\b(?=.*\b(?:i|meant|mean|can|could|back|change|before|ago|earlier|last)\b)|was wrong|(?:alter|change|correct|amend|fix|edit) (?:my|the|an|what|that|something|one)|i (?:meant|mean) to (?:say|put)|"
    r"(?:living|real|proper|actual|human) (?:person|being|human)|(?:someone|somebody|lady|man|person|human|anybody|anyone) (?:on the |by |over the )?(?:phone|telephone)|speak to (?:a|someone|somebody)|talk to (?:a|someone|somebody)|tell (?:this|it) to (?:a|someone|somebody)|"
    r"(?:delete|wipe|erase|bin|scrap|forget) (?:it|that|this|all|everything|my|the|what)|hang on|hold on|haud on|bear with|brb|back in (?:a|\d|ten|five|two|an?)|(?:speak|talk|later on|ring|try|come back) (?:to you )?later|"
    r"(?:gimme|give me|need|wait) (?:a |an |\d+ |ten |five |two |half an )?(?:sec|second|seconds|min|minute|minutes|mo|moment|hour|tick|ticks|bit)|rather not|not (?:saying|telling|answering)|stop (?:asking|this|it|now)|had enough|"
    r"(?:good|guid) (?:morning|afternoon|evening|day)|language please)\b"
)
MOST_WORDS = 18


def is_addressed(normal: str) -> bool:
    """Return whether a text in the normal form asks the program something or asks it to do something."""
    if len(normal.split()) > MOST_WORDS:
        return False
    return _ASKS.search(normal) is not None or _REQUESTS.search(normal) is not None
