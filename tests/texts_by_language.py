"""A sentence of a CV in each of some languages, long enough to tell which one it is."""

FRENCH = (
    "Conception et développement des métiers à tisser dans le nord de la France, avec une équipe de "
    "trois personnes pour les ateliers du port et au service de l'industrie, en lien avec la ville."
)
GERMAN = (
    "Entwurf und Bau der Webstühle für die Fabrik am Hafen, mit der Verwaltung von allen Aufträgen "
    "zum Bau des Hauses und der Ausbildung im Betrieb bei der Stadt, für eine der Firmen auf dem Land."
)
ENGLISH = (
    "Design of the looms for a mill in the north of the country, with a team of three at the port "
    "and for the industry on the coast, in charge of the training of weavers by the company."
)
