"""Signs that only may be distress: low, overwhelmed, alone. They get one soft line. See `pattern` for how to read a rule."""

SOFT = """
# too much
^ it_is|it|everything|everythings|everything_is|things_are|life_is|all EVER? all? got|getting|feels|is|just? EVER? too much $
^ it_is|everything_is|things_are|life_is EVER? all? too much for_me|lately|now|at_the_moment|to_cope|to_bear|right_now|today|these_days
on|to|of top of everything can not cope
overwhelmed .. by|with everything|it_all|life $
at|reached|hit|near|nearly_at my|breaking|rock breaking? point|bottom $
am|i EVER? falling|going|come|coming to|under|apart pieces? $
i am struggling|drowning|sinking $
am|been EVER? struggling right_now|so_much|badly|to_cope|every_day|with_life|inside|mentally
# low, and without hope
everything|life|future|it|things|world feels|seems|looks|is|are EVER? so|completely|totally? hopeless|bleak|dark|pointless|empty $
feel|feeling|am|been so|very|really|too|that|utterly|completely low|down|hopeless|empty|alone|lonely|desperate|worthless|numb|broken $
feel|feeling|am|been so|very|really|too|that|utterly|completely low|down|hopeless|empty|alone|lonely|desperate|worthless|numb|broken i|and|lately|right|at_the_moment|today|tonight|all_the_time|that|now
feel|feeling worthless|hopeless|desperate|numb $
^ so alone|lonely|low|lost|empty $
no|any|lost|losing|without all? hope left|any_more|anymore $
lost|losing|given_up all? hope $
# wishing that it stops
want|wish|need it|this|everything|all_this|the_pain all? to stop|end|be_over $
can not stop crying
crying|cry all|every day|night|the_time
can not see any|a way out|forward|through
can not get|face out|the|another of_bed|day|anything|anyone
nobody|no_one to talk|turn to $
nobody|no_one cares|listens|understands about|to? me $
hate myself|being_me|my_self
ashamed|disgusted of|with myself
"""
