"""The words that matter for distress: what typing errors are mended to. Words of common talk do not belong here."""

VOCABULARY = frozenset(
    """
    suicide suicidal suicidally kill killed killing kills killer myself himself herself themselves yourself die died dying dead death hurt hurting hurts harm harmed harming
    self-harm overdose overdosed overdosing tablets tablet pills paracetamol medication ibuprofen codeine tramadol insulin swallowed antidepressants
    hang hanging hanged noose ligature drown drowning jump jumping jumped bridge railway cutting wrist wrists razor razors blade blades knife scissors bleeding bleed bleach
    burden worthless hopeless pointless useless meaningless unbearable nobody nothing anymore forever goodbye disappear alive living exist existing wish wishing thinking thoughts
    hate tired ending tonight tomorrow stockpiled stockpiling hoarding attempt attempted
    abuse abused abusing abuser abusive assault assaulted raped rapist molested groped touched touches touching sexual sexually punched punches punching slapped slaps slapping kicked kicks kicking
    strangled strangles strangling choked chokes choking beaten beating beats battered batters pushed shoved dragged grabbed restrained restraint secluded seclusion injected injection sedated handcuffed
    threatened threatens threatening threaten bullied bullying violent violence neglected neglect frightened scared terrified afraid controls controlling locked bruises bruised trafficked grooming groomed
    naked shouted shouting screamed screaming laughed laughing mocked humiliated ignored ignoring tortured mistreated forced starving starved homeless hungry
    husband boyfriend girlfriend partner stepdad stepfather daughter brother sister mother father uncle children child toddler neighbour
    nurse nurses staff doctor doctors psychiatrist psychologist therapist counsellor consultant security carers patient patients hospital
    murder murdering stabbed stabbing strangle strangling smother weapon attack attacked attacking
    please urgent urgently emergency ambulance crisis voices breathe breathing panic desperate samaritans immediately
    depressed depression anxious
    """.replace("self-harm", "").split()
)
