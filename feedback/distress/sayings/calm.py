"""What was long ago and is told calmly: a life story, a loss at peace, a reason to help others. It is no sign of distress today.

All three must hold for the whole text: long ago is said, being well now (or what one does with it for others) is said, and
nothing says that it goes on. In doubt it is a sign.
"""

import re
from collections.abc import Sequence

_LONG_AGO = re.compile(
    r" (?:(?:[0-9]+|ten|fifteen|twenty|thirty|forty|fifty|sixty|many|some|few|couple of|long) (?:odd )?years? (?:ago|back|since|on|clear|clean|free)"
    r"|years (?:ago|back)|(?:in|since|back in|from|until|was) (?:19[0-9][0-9]|20[01][0-9])|the (?:fifties|sixties|seventies|eighties|nineties|50s|60s|70s|80s|90s)"
    r"|as (?:a|an) (?:kid|child|lad|lass|teenager|teen|boy|girl|young man|young woman|young mum|youngster)|in my (?:teens|twenties|thirties|youth)"
    r"|(?:when i was|i was|was|at) (?:a )?(?:kid|child|little|young|boy|girl|lad|lass|teenager|school|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|nineteen|[0-9]|1[0-9]|2[0-9])"
    r"|long (?:ago|gone|dealt|time ago)) "
)
_WELL_NOW = re.compile(
    r" (?:at peace|my peace|all good|(?:well|fine|good|better|ok|okay|happy|grand|settled|strong) (?:now|these days|today)|dealt with|behind me|in the past now"
    r"|other side|recovered|recovery|i am well|not now|not anymore|(?:i|it is why i|and|now|so|today) (?:now )?(?:run|train|teach|share|mentor|volunteer|chair|sit on|work with|work as|campaign"
    r"|raise|fundraise|facilitate|support others|speak at|speak in|give talks|lead)|in my talks|proud|grandkids|my life is good|life is good|godsend|fondly) "
)
_GOES_ON = re.compile(
    r" (?:still|again|tonight|last night|yesterday|lately|every (?:day|night)|keep|keeps|this week|nightmares|flashbacks|scared|afraid|frightened|worse|back to"
    r"|(?:can|could) not (?:cope|go on|carry on|take|bear|stop|sleep|live)|(?:want|wants|wish|going|need|ready|plan|planning|thinking|thought)(?: to| of| about)? "
    r"(?:die|be dead|end|kill|cut|hurt|go|join|follow|it)|help me|do not want|dont want|no one|nobody|never told) "
)


def is_told_calmly(sentences: Sequence[str]) -> bool:
    """Return whether the folded sentences of a text tell of what was long ago by somebody who is well now."""
    told = f" {'  '.join(sentences)} ".replace("  ", " ")
    return bool(_LONG_AGO.search(told) and _WELL_NOW.search(told)) and not _GOES_ON.search(told)
