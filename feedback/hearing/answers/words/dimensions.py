"""Pairs of opposites that are neither good nor bad in themselves, as data: loud and quiet, hot and cold. The strongest words come first."""

DIMENSIONS: tuple[tuple[str, str], ...] = (
    (
        "deafening bedlam ear splitting din racket thunderous blaring roaring rowdy | loud noisy noise loudly echoing shouty",
        "silent silence library graveyard pin whisper tranquil serene hushed | quiet peaceful quietly hush calm still peace",
    ),
    (
        "boiling roasting sweltering baking melting oven sauna stifling scorching tropical furnace | hot warm stuffy toasty muggy",
        "freezing baltic perishing icy arctic fridge freezer nippy frozen shivering igloo brass | cold chilly cool draughty parky nippy",
    ),
    (
        "packed heaving rammed sardines chocka chocker bursting mobbed jammed crammed bustling | busy crowded full cramped",
        "deserted empty ghost dead tumbleweed vacant | quiet spacious roomy",
    ),
    (
        "snail glacial eternity forever tortoise crawling | slow slowly late delayed ages long",
        "instant instantly lightning immediate immediately flash jiffy speedy rapid | fast quick quickly swift prompt soon early",
    ),
    (
        "knackered shattered exhausted drained wiped zonked pooped crackered wrecked dead wabbit frazzled spent | tired sleepy weary worn",
        "buzzing energised energetic bouncing beans raring lively sprightly | fresh rested awake energy alert refreshed",
    ),
    (
        "pitch black murky dungeon | dark dim gloomy shadowy",
        "dazzling blinding floodlit glaring | bright light sunny lit",
    ),
    (
        "spotless immaculate pristine gleaming sparkling shining | clean tidy neat",
        "filthy squalid disgusting minging manky rank pigsty | dirty grubby messy mucky",
    ),
    (
        "miles abroad moon timbuktu | far distant",
        "doorstep adjacent | near close local nearby handy",
    ),
    (
        "starving famished ravenous | hungry peckish",
        "stuffed bursting | full satisfied",
    ),
    (
        "huge enormous massive gigantic vast | big large",
        "tiny minute minuscule teeny | small little",
    ),
    (
        "alone isolated abandoned hermit island | lonely lonesome lone",
        "surrounded | company together friends",
    ),
    (
        "relaxed chilled zen serene | calm settled rested peaceful",
        "panicking bricking petrified terrified frantic hysterical | anxious nervous worried tense jumpy edgy stressed",
    ),
    (
        "rushed rushing hurried frantic | hurry quick brief",
        "leisurely unhurried | slow relaxed",
    ),
    (
        "crystal transparent | clear plain straightforward understandable",
        "gibberish gobbledegook baffled mud jargon dutch greek | unclear confusing vague muddled baffling confused",
    ),
)
"""Each side: the words that stand for its end, a bar, and the milder ones."""
