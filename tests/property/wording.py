"""The words of invented drafts: countries, missions, and what a Council says of them.

``|`` ends the words with which a paragraph opens, which some layouts set in italics; ``«name»``
refers to the paragraph or item of that name. A subject is what a paragraph sets out and what later
paragraphs call it by.
"""

from dataclasses import dataclass

COUNTRIES = ("Talvania", "Sorvenia", "Castaria", "Norvane", "Ostrania", "Veldora")
REGIONS = (
    "the Merrin valley",
    "the northern provinces",
    "the Ostra delta",
    "the coastal districts",
)
SPONSORS = ("Belmora", "Norvane", "Castaria", "Merrin Islands")
MISSIONS = {
    "Stabilization Mission": "SM",
    "Observer Mission": "OM",
    "Verification Mission": "VM",
    "Assistance Mission": "AM",
}
# Number and year of real resolutions, and what they are about.
RESOLUTIONS = (
    (1325, 2000, "women and peace and security"),
    (1612, 2005, "children and armed conflict"),
    (1674, 2006, "the protection of civilians in armed conflict"),
    (2250, 2015, "youth, peace and security"),
    (2272, 2016, "sexual exploitation and abuse"),
    (2286, 2016, "the protection of medical personnel in armed conflict"),
    (2378, 2017, "the reform of peacekeeping"),
    (2436, 2018, "the performance of peacekeeping operations"),
)
# Numbers with their year, for what an invented draft recalls of its own.
ESTABLISHING = ((2259, 2015), (2330, 2016), (2385, 2017), (2440, 2018))
PARTNERS = {
    "Union of Merrin States": "UMS",
    "Joint Ceasefire Commission": "JCC",
    "National Electoral Authority": "NEA",
    "Coastal Patrol Service": "CPS",
    "Fisheries and Harbour Authority": "FHA",
}


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that an operative paragraph sets out.

    Attributes:
        name: what later paragraphs call it.
        words: the paragraph that sets it out; ``{country}`` and ``{region}`` stand for names.
    """

    name: str
    words: str


SUBJECTS = {
    "elections": Subject(
        "provincial elections",
        "Calls upon| the Government of {country} to hold provincial elections in {region}",
    ),
    "mines": Subject(
        "mine clearance programme",
        "Encourages| Member States to fund a mine clearance programme for {region}",
    ),
    "border": Subject(
        "border committees",
        "Urges| the States neighbouring {country} to establish border committees",
    ),
    "witnesses": Subject(
        "witness protection scheme",
        "Invites| the Government of {country} to set up a witness protection scheme",
    ),
    "schools": Subject(
        "reconstruction of schools",
        "Stresses| the importance of the reconstruction of schools in {region}",
    ),
    "inquiry": Subject(
        "inquiry into the fires",
        "Requests| the authorities of {country} to publish the inquiry into the fires in {region}",
    ),
    "customs": Subject(
        "audit of customs revenue",
        "Welcomes| the audit of customs revenue that the Government of {country} has announced",
    ),
    "prisons": Subject(
        "renovation of prisons",
        "Urges| donors to fund the renovation of prisons in {region}, and |stresses| its urgency",
    ),
    "rivers": Subject(
        "river patrols",
        "Commends| the fishermen of {country} for the river patrols that they have organized",
    ),
    "judges": Subject(
        "training of magistrates",
        "Encourages| the universities of {country} to resume the training of magistrates",
    ),
    "wells": Subject(
        "repair of wells",
        "Demands| that all parties allow the repair of wells in {region}",
    ),
    "archives": Subject(
        "transfer of archives",
        "Expresses its appreciation| for the transfer of archives to the museum of {region}",
    ),
}

# What is said of a subject that another paragraph sets out; {name} is its name.
REFERRING = (
    "Requests| the Secretary-General to support the {name} referred to in «{key}»",
    "Underlines| that women must take a full part in the {name} set out in «{key}»",
    "Calls upon| all parties not to obstruct the {name} mentioned in «{key}»",
    "Encourages| donors to contribute to the {name} described in «{key}»",
)

TASKS = {
    "civilians": ("protection of civilians", "to contribute to the protection of civilians"),
    "ceasefire": ("monitoring of the ceasefire", "to assist in the monitoring of the ceasefire"),
    "convoys": ("escort of convoys", "to organize the escort of convoys"),
    "registers": ("update of voter registers", "to help with the update of voter registers"),
    "ordnance": ("removal of ordnance", "to train national teams in the removal of ordnance"),
    "mediation": ("mediation between villages", "to offer mediation between villages"),
}
STEPS = ("by day and by night", "at short notice", "within existing resources", "upon request")

PREAMBLE = (
    "Reaffirming| its strong commitment to the sovereignty and territorial integrity of {country}",
    "Expressing its concern| at the effects of the floods on the harvest in {region}",
    "Strongly condemning| the attacks on teachers in {region}",
    "Commending| the good offices of the religious leaders of {country}",
    "Emphasizing| that the people of {country} bear the first responsibility for reconciliation",
    "Noting with appreciation| the hospitality of the host communities in {region}",
    "Bearing in mind| the needs of displaced persons in {region}",
    "Deeply concerned| by the looting of hospitals in {region}",
)

THEMES = (
    "Calls upon| all Member States to protect medical personnel and their vehicles",
    "Urges| parties to armed conflict to record where they lay mines",
    "Encourages| Member States to train their forces in the protection of children",
    "Stresses| the role of women in the prevention of conflict",
    "Invites| regional organizations to share what they learned from ceasefires",
    "Reaffirms| that those who attack schools must be brought to justice",
    "Underlines| the value of the participation of young people in peace talks",
    "Strongly condemns| the destruction of libraries and archives in armed conflict",
)
