"""How English introduces people and organisations: titles, what people are called, what no person is called."""

from __future__ import annotations

import re

from summarize.languages.en.calendar import MONTH_NAMES, WEEKDAY_NAMES
from summarize.languages.reference import Names
from summarize.languages.text import listed

MEN = frozenset(listed("mr mister sir lord king prince father brother"))
WOMEN = frozenset(listed("mrs ms miss madam dame lady queen princess mother sister"))
HONORIFICS = (
    MEN
    | WOMEN
    | frozenset(
        listed(
            "supt president-elect dr doctor prof professor rev reverend sen senator rep representative gov "
            "governor president chancellor premier minister secretary ambassador judge justice sheriff chief "
            "captain capt lieutenant lt sergeant sgt colonel col major maj general gen admiral adm commander cmdr "
            "cpl corporal private officer detective inspector superintendent constable deputy mayor councillor "
            "councilman councilwoman congressman congresswoman pope cardinal bishop archbishop rabbi imam sheikh "
            "baron baroness count duke duchess emperor speaker attorney coach commissioner marshal"
        )
    )
)
ROLES = HONORIFICS | frozenset(
    listed(
        "activist actor actress abductor administrator assailant attacker bomber bystander burglar caller "
        "customer fan guest homeowner hostage kidnapper motorist murderer pedestrian rapist robber spectator "
        "terrorist thief tourist visitor adviser advisor agent aide analyst anchor announcer archaeologist "
        "architect artist assistant astronaut astronomer astrophysicist athlete author aunt banker bassist "
        "biologist blogger boss boxer boy boyfriend broadcaster brother builder businessman businesswoman "
        "campaigner candidate ceo cfo chair chairman chairwoman chairperson champion chef chemist choreographer "
        "climber clerk colleague columnist comedian comic commentator composer conductor consultant convict "
        "coordinator coroner correspondent cousin cricketer critic curator cyclist dad dancer daughter defendant "
        "defender democrat dentist designer dictator diplomat director diver doctor drummer driver dj economist "
        "editor employee engineer entrepreneur envoy epidemiologist executive expert explorer farmer father "
        "fiance fiancee fighter filmmaker financier firefighter fisherman forester forward founder co-founder "
        "friend geologist girl girlfriend goalkeeper golfer grandfather grandmother guard guitarist gunman head "
        "heir historian host housewife hunter husband inmate instructor investigator investor jockey journalist "
        "jurist killer lawmaker lawyer lead leader lecturer legislator librarian linebacker magnate man manager "
        "mathematician mechanic member meteorologist midfielder migrant militant millionaire billionaire miner "
        "model mother mp mps mum mom musician neighbour neighbor nephew niece novelist nurse official operator "
        "opponent organiser organizer owner painter paramedic partner passenger pastor patient person "
        "philanthropist philosopher photographer physician physicist pilot pitcher planner player playwright poet "
        "policeman policewoman politician presenter priest principal prisoner producer programmer prosecutor "
        "protester psychiatrist psychologist publicist publisher quarterback qb racer ranger rapper receiver "
        "referee reporter republican researcher resident retailer rider rival rower ruler runner sailor salesman "
        "scholar scientist screenwriter sculptor seismologist shareholder shooter singer skier skipper "
        "soldier solicitor son songwriter specialist spokesman spokesperson spokeswoman spy statesman "
        "stepfather stepmother striker strategist student successor superstar surgeon survivor suspect swimmer "
        "teacher technician teenager tenant tenor trader trainer translator treasurer trustee tutor tycoon uncle "
        "veteran vicar victim villager violinist vocalist volunteer widow widower wife winner witness woman "
        "worker wrestler writer youth"
    )
)
MODIFIERS = frozenset(
    listed(
        "policy cast sound former senior deputy chief vice assistant associate acting retired interim outgoing "
        "lead head top late fellow co executive managing general police fire prime foreign interior finance "
        "defence defense education health water transport justice opposition press team club company army navy "
        "air force bank airline city state federal national local regional district county party rock pop film "
        "stage screen music football basketball baseball soccer tennis hockey rugby cricket golf flight first "
        "second third rookie star veteran convicted accused alleged law human rights research space climate "
        "science medical trade union labour labor staff attorney campaign communications security intelligence "
        "military naval public project programme program news investigative prosecution ship's boat's school "
        "university college high real estate property sports crime rescue emergency weather guest self-made ex"
    )
)
_SHORT = (
    "william: bill will billy; robert: bob rob bobby; richard: rick dick rich; james: jim jimmy; john: jack johnny; "
    "michael: mike mick; edward: ted ed eddie; charles: charlie chuck; thomas: tom tommy; anthony: tony; "
    "stephen: steve; steven: steve; joseph: joe joey; david: dave; daniel: dan danny; matthew: matt; "
    "christopher: chris; andrew: andy; elizabeth: liz beth betty; katherine: kate katie kathy; kathleen: kathy; "
    "margaret: peggy meg maggie; patricia: pat; patrick: pat; kenneth: ken; gregory: greg; samuel: sam; "
    "samantha: sam; nicholas: nick; jeffrey: jeff; lawrence: larry; ronald: ron; donald: don; benjamin: ben"
)


def _by_short_name(table: str) -> dict[str, frozenset[str]]:
    """The full names of every short one, of lines "full: short short"."""
    found: dict[str, frozenset[str]] = {}
    for full, shorts in (line.split(": ") for line in table.split("; ")):
        found |= {short: found.get(short, frozenset()) | {full} for short in listed(shorts)}
    return found


SHORT_GIVEN = _by_short_name(_SHORT)
PARTICLES = frozenset(listed("de da di del della der den van von la le du dos al el bin ibn ben ter ten af av zu y"))
NO_PERSONS = frozenset(
    listed(
        "academy agency air airlines airport airways alliance amendment army assembly association authority "
        "avenue award awards bank bay bazaar beach board book bowl bridge brigade broadcasting brothers bureau "
        "camp canal capital castle cathedral center central centre chamber championship channel charter church "
        "city clinic club coast college commission committee community company congress conservation constitution "
        "corp corporation council county court creek crisis cross cup daily day department desert development "
        "district division east energy entertainment estate express falls federation festival field fields "
        "financial fire flight football force forces foundation front fund gallery games garden gardens gate "
        "gazette golf government group gulf hall harbor harbour health herald high highway hill hills holdings "
        "home hospital hotel house inc industries initiative institute insurance international island islands "
        "journal lab laboratories laboratory lake land lane league library lines ltd mail mall marathon market "
        "media memorial mine mission monitor mosque mount mountain mountains movement museum national network "
        "news north northern observatory observer ocean office olympics open orchestra organisation organization "
        "palace park parliament party pass peninsula petroleum pharma place plan plaza police pond port post "
        "power press prison prize program project quay radio railway ranch range records region republic "
        "republican republicans democrats democrat reserve resort resources restaurant review ridge river road "
        "rock rocks rovers royal school sea senate series service services show sky society solutions south "
        "southern space springs square stadium standard star stars state states station store stores strait "
        "street studio studios summit sun systems team technologies technology television telegraph temple "
        "terminal theater theatre times today tower tribune trust tunnel tv union united university valley "
        "venture video village wall war water weather week west western world yard zone zoo act bill law case fc "
        "afc rangers wanderers athletic albion am pm est gmt"
    )
)
SAYS = (
    r"(?:said|says|told|tells|added|adds|wrote|writes|tweeted|explained|argued|warned|noted|insisted|recalled|admitted|"
    r"denied|claimed|replied|announced|testified|declined|testified)"
)
NO_NOUN = (
    r"(?:is|was|were|are|has|had|have|will|would|can|could|and|but|or|nor|who|which|that|in|on|at|to|for|with|by|from|of|"
    r"after|before|as|when|while|where|told|said|says|if|because|not|however|moreover|rather|whether|either|neither|"
    r"together|later|earlier|never|ever|over|under|other|another|whatever|further|for)"
)
THINGS = listed(
    "agency airline app asteroid band bank boat brand carmaker chain channel city club comet company county "
    "cyclone district dog film firm game giant group horse hotel hurricane island label lake lender magazine "
    "maker manufacturer movie newspaper novel opera paper party plane prison programme province region restaurant "
    "retailer river satellite school series service ship software start-up startup state station store storm "
    "supermarket team town typhoon vessel village website yacht"
)
# ", 30", ", aged 30" and what else stands between commas behind a name: "the suspect", "a spokesman for the airline",
# "who runs the group".
AGE = re.compile(r", (?:now |aged )?\d{1,3}(?=[,.;)]|$| (?:from|of|who)\b)")
APPOSITION = re.compile(
    rf", (?!{NO_NOUN}\b)[\w.'’&-]+(?: (?!said\b|told\b|and [A-Z])[\w.'’&-]+){{0,12}}(?=[,;.)]|$| who\b| —| –)"
    r"(?!, (?:and|or|an?|the) )(?!\.\w)",
)
RELATIVE = re.compile(
    r", (?:who|whose) (?:is|was|has|had|[a-z]+s|[a-z]+ed|led|ran|won)\b(?: [\w'’&-]+){1,8}(?=[,;]|\.$|\.”$)"
)
PLACE_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|across|around|outside|inside|into|throughout|via|southern|northern|eastern|western) $"
)

NAMES = Names(
    honorifics=HONORIFICS,
    men=MEN,
    women=WOMEN,
    roles=ROLES,
    modifiers=MODIFIERS,
    role=re.compile(r"[a-z]{3,}(?:er|or|ist|ian|man)"),
    adjective=re.compile(r"[a-z]+(?:ial|onal|cal|ral|nal)"),
    participle=re.compile(r"[a-z]{3,}ed"),
    short_given=SHORT_GIVEN,
    given_behind=re.compile(r"[A-Z][a-z]{1,4}-(?!era$|led$|made$|born$|style$)[a-z]{1,5}(?<!ed)"),
    particles=PARTICLES,
    no_persons=NO_PERSONS,
    speaks=re.compile(rf",? {SAYS}\b"),
    said_before=re.compile(rf"\b(?:{SAYS}|according to) $"),
    age=AGE,
    age_before=re.compile(r"\b(?:\d{1,3}|[a-z]+)-year-old $"),
    apposition=APPOSITION,
    relative=RELATIVE,
    who_after=re.compile(r",? who(?:se)?\b"),
    calendar=frozenset(name.lower() for name in (*MONTH_NAMES, *WEEKDAY_NAMES, "a.m", "p.m")),
    thing_before=re.compile(rf"(?<!\bwhich )(?<!\bwhat )(?<!\bwhose )\b(?:{'|'.join(THINGS)}) $"),
    described_before=re.compile(r"(?<!\bof )\bthe (?:[\w-]+ )?$", re.IGNORECASE),
    place_before=PLACE_BEFORE,
    definite=re.compile(r"\bthe (?:[\w-]+ )?$", re.IGNORECASE),
    preposition=re.compile(r"\b(?:of|to|in|from|at|for) $"),
    joined_given=re.compile(r"\b[A-Z][\w’'-]{1,40} (?:and|&|or) $"),
    listed_before=re.compile(r"\b[A-Z][\w’'-]{1,40}, (?:[\w-]+ ){0,3}$|\band (?:[\w-]+ ){0,3}$"),
    articles=frozenset({"a", "an", "the"}),
    openers=frozenset(
        listed(
            "the a an in on at by for from with of to as if so and but or yet nor when while after before since "
            "until though although because once then now also later earlier meanwhile however both either neither "
            "this that these those he she it they we i you his her its their our my your who what which where why "
            "how there here not no yes according following despite like unlike asked told say says said even only "
            "just"
        )
    ),
    link_words=frozenset(listed("of the and for on in to & de du la des a")),
    known_acronyms=frozenset(
        listed(
            "US USA UK UN EU TV UAE NATO NBA NFL NHL MLB FIFA UEFA FBI CIA NASA BBC CNN HIV AIDS DNA CEO CFO DVD "
            "CD PC AM PM GMT EST EDT PST UTC ET AP AFP AD BC OK ID IT PR GPS ATM SUV DJ MP MPS QB GDP VIP HD USB "
            "LED NBC CBS ABC NYC LA DC SOS FAQ RIP HQ CCTV CV DIY PDF SMS URL WWW"
        )
    ),
)
