"""Distress in other languages than English, in their scripts and as typed in Latin letters.

The twelve that interpreters of the NHS are asked for most, with Welsh, Ukrainian and Kurdish. Only the commonest ways to say it: a first
net, for native speakers to mend. Each rule needs a subject, a wish or a deed, so that ordinary words alone do not fire.
"""

from feedback.distress.languages.likeness import likeness_in
from feedback.distress.languages.listening import signs_in

__all__ = ["likeness_in", "signs_in"]
