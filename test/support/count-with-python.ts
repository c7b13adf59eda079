import { spawnSync } from 'node:child_process'

/** Counts a CSV file by rules that are written down here once more, in a program that shares nothing with ours. */
const script = `
import csv, datetime, io, json, sys
asked = json.load(sys.stdin)
day = datetime.date.fromisoformat(asked["stichtag"])
rows = list(csv.DictReader(io.StringIO(asked["csv"]), delimiter=";"))
counts = {}
def add(name):
    counts[name] = counts.get(name, 0) + 1
def date(text):
    return datetime.datetime.strptime(text, "%d.%m.%Y").date() if text else None
last = {}
for row in rows:
    if row["AZ"] and row["AZ"] != "Summe":
        last[row["AZ"]] = row
def either(row, heading, yes, unknown):
    text = row[heading]
    if text in ("ja", "x", "1", "2", "3"):
        add(yes)
    elif text in ("", "k. A."):
        add(unknown)
def among(row, heading, names, unknown):
    text = row[heading]
    if text in ("", "unbekannt"):
        add(unknown)
    elif text in names:
        add(names[text])
for row in last.values():
    begin, end = date(row["Beginn Integrationsplan"]), date(row["Planende"])
    if begin and begin > day or end and end < day:
        continue
    add("im_plan")
    among(row, "Wohnform", {"GU": "im_unterbringung_gemeinschaft", "kommunal": "im_unterbringung_kommunal", "Privatwohnung": "im_unterbringung_privat"}, "im_unterbringung_unbekannt")
    among(row, "Nationalität", {"syrisch": "im_herkunft_syrien", "475": "im_herkunft_syrien", "Afghanistan": "im_herkunft_afghanistan", "Türkei": "im_herkunft_europa",
        "Mali": "im_herkunft_afrika", "Iran": "im_herkunft_asien", "Brasilien": "im_herkunft_welt"}, "im_herkunft_unbekannt")
    among(row, "Geschlecht", {"w": "im_geschlecht_frauen", "männlich": "im_geschlecht_maenner"}, "im_geschlecht_unbekannt")
    born = date(row["Geburtsdatum"])
    if born is None:
        add("im_alter_unbekannt")
    else:
        age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
        if 14 <= age <= 17: add("im_alter_a14_17")
        elif 18 <= age <= 25: add("im_alter_a18_25")
        elif age > 25: add("im_alter_ue25")
    either(row, "Kinder unter 18", "im_kinder18", "im_kinder18_unbekannt")
    if row["Kinder unter 18"] != "0":
        either(row, "Kinder unter 6", "im_kinder6", "im_kinder6_unbekannt")
    among(row, "Sprachniveau", {"keine": "im_sprache_unter_a1", "A2": "im_sprache_a", "B1": "im_sprache_b", "C1": "im_sprache_c"}, "im_sprache_unbekannt")
    now, before = row["Maßnahme aktuell"], row["Maßnahme früher"]
    if now == "ja": add("im_qualifizierung_jetzt")
    if before == "ja": add("im_qualifizierung_frueher")
    if now == "" and before == "": add("im_qualifizierung_unbekannt")
    among(row, "Beschäftigung", {"unbefristet": "im_arbeit_unbefristet", "befristet": "im_arbeit_befristet", "Ausbildung Vollzeit": "im_arbeit_ausbildung_voll",
        "Ausbildung Teilzeit": "im_arbeit_ausbildung_teil"}, "im_arbeit_unbekannt")
json.dump(counts, sys.stdout)
`

/** The counts that are not 0, by their variables. */
export function countWithPython(csv: string, stichtag: string): Record<string, number> {
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', script], {
    input: JSON.stringify({ csv, stichtag }),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}
