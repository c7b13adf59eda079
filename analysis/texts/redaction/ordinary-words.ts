/**
 * Nouns of the field and of everyday German, folded, reduced to those from which `Vocabulary` makes the others: gathered from what
 * was written about the programme (reports, guides, answers), without names, and completed by hand.
 */
const list = `
  abbau aber abgabe abgeordneter abhaengig abitur ablaeufe abnahme abo absage abschied abwehr achten acker
  administrative adressat adresse aerger aethiopien afghane afghanistan afrika agb agentur agieren akademie akku akte
  akteurinnen aktuelle albanien alg algerien alkohol alle alphabet als altbau alte altenheim alternative altstadt
  ampel amt analyse anbau anbieter anfang angabe angebot angehoerige angestellte angewandte angst anhang anker
  ankommen anlass anliegen annahme anreiz anschrift anspruch anstieg anstoss antrag anwalt anzeige apotheke appell
  apps april arabisch arbeit arbeitgeber arbeitnehmer arbeitsfeld archiv arm armut art artikel arzt arzthelfer asien
  aspekte asyl asylberechtigte asylblg asylcafe asylentscheid atmosphaere attest auch audio auf aufbau aufenthalt
  aufenthaltstitel aufgabe aufgabenfeld aufgabenkatalog aufhaenger aufnahme aufschub aufstieg auftrag auftritt auge
  august aus ausbau ausgabe ausgleich aushang auslaenderzentralregister ausnahme aussage ausschuss ausstieg austausch
  auto awo azubi baby bach bachelors bad baecker bafoeg bahn bahnhof bahnsteig balken balkon ball bamf band bank
  baracke barrieren bart basar basis batterie bau bauernhof bauhof baum baustein beauftragte bedarf bedenken
  beduerfnissen beginn begriff behaelter bei beim beitrag bekannte beleg benutze beratenen beraterin beratungsfeld
  beratungshoechstdauer beratungsverhaeltnisses bericht berufseinsteiger berufsfeld beschaeftigte beschaffen bescheid
  bessere besten beteiligten betrag betreff betreuerin betreuten betrieb bett bewohnerinnen bewusstsein
  beziehungsaufbau bezirk bfd bibel bibliothek bier bild bildschirm bis bisher bitte blatt bleiben blick blockade
  blume blut boden bogen bon bonus bord boss brand brauch brd breite brief briefkasten brille broschuere brot bruch
  bruder brutto bsk bspw buch buddy budget buehne buerge buergerhaus buero buerokratie bufdi bund burnout bus but café
  caritas case cent chancen charakteristika chat checken chef china chor coaching computer consulting container corona
  cousin dach dafuer dame dank dari das datei daten datenfeld datum dauer debatte decke defizit demokratie den der
  destatis deutsch dezember dezernat diagnose diakonie dialekt dialog dich dichte die dienst dienstleister dieses
  diktat ding doktor doku dolmetsch donnerstag dorf dossier download dritte drittel drk drogen druck dsgvo dublin
  durch dusche eat ebene echte ecke edv effekt ehe ehefrau ehemann eher ehre eigene eigeninitiative eigentlich
  eigentum eile eimer ein eingabe eingabefeld eingruppierungsstufe eingruppierungstufe einkaeufe einkommen einmalig
  einstieg eintraege einzelnen eis elektriker eliten eltern elternhaus email empathie empfaenger ende energie englisch
  enkel entlanghangeln entwurf epoche erbe erde ereignissen erfassen erfasst eritrea eritreer erkrankte erlass
  erreichte erst erwachsene erwerb essen etage etappe etat etwas euro europa excel exemplar existenzminimum experte
  externen fabrik facebook fach fachfrau fachmann faden fahne fahrer fahrrad fahrt fakten faktor fall familie
  familientreff faq farbe farsi fazit februar feedback fehler feier feind feld fenster ferien ferne fest feuer
  feuerwehr fieber film filtern finden finger firma fisch fixieren flaeche fleisch flucht fluechtling flug flur fluss
  flyer fokus folge fonds form format formular formularautomat fort forum foto frage franzoesisch frau frauenhaus
  freie freifeld freiwillige freude freund frieden friedhof frist fruehling frust fsj fuehren fuelle fuer fuss gabel
  gaertner gage gambia gang ganzes garage garten gast gasthaus gastronomie gebaeude gebet gebiet gebildeten geburt
  geduld geduldete gefahr gefluechtete gefuehl gegenwart gehalt gehoer geht geist geld gelingen gemeinde gemeindehaus
  gemuese genaueres generell genosse georgien ger gericht gesamtschule geschwistern geselle gesetz gestattete
  gesundheitszeugnisses gewalt gewicht gewinn ghana gibt glaeubiger glas glaube gleis glueck google grab grad gramm
  gremien gremium grippe grosse grossstadt grund grundsaetzlich gruppe guide guinea gut gymnasium haar habe haekchen
  haelfte haerte haeufig haft halle halten hand handbook handel handlungsfeld handy hass hauptsaechlich hauptstrasse
  haus hausfrau haushalt haushaltsgesetzgeber haut hebamme heft heimat hemd herauswachsen herbst herd herren herz hier
  hilfe himmel hinwirken hirn hitze hobby hoechstberatungsdauer hof hohe home homeschooling honorar hort hose hotel
  hotline huerden hund hunger husten hut hwk hygiene hymne ich idee igm ihk ihnen ihr ikurs ima immer impulsgeber
  index indien info inhalt inhouse initiativen inkasso innenstadt innern inserat instagram institut
  integrationsbausteine interesse interkulturelle internationale internet interviews irak iran italien jacke jahr
  jahrhundert jahrzehnt januar jetzt jmd job johanniter jordanien jubilaeum jugend jugendhaus juli junge juni justiz
  kabel kaelte kaestchen kaeufer kaffee kaffeetrinken kamera kamerun kammer kanal kann kanzler kapital kapitel karte
  karton kasse katastrophe kategorien katze kauf kaufmann kdu kein keller kellner kenntnissen kern kernstadt kilo kind
  kinderheim kino kirche kiste kita kladde klage klare klarere klasse klausur kleber kleid kleine kleinstadt klientel
  klientin klima klingel klinik klinikum knopf koch koenig koerper koffer kollege kollegium komma kommentar
  kommentarfeld kommt kommunale kommune kompetenzgerangel kompromisse konflikt konkrete konstrukts konsulat konto
  kontrollieren konzept kopf kopftuch kopie kopierer koran korrektur kosovo kosten kraft kram kranke krankenhaus
  kredit kreide kreis kreisstadt kreuz krieg krippe krise kriterien kueche kuenstler kuerzel kugel kultur kulturelles
  kulturmittler kummer kummerkasten kunde kunst kurdisch kurs kurve kurze label laden lader laerm lage lagerist lampe
  land lange laptop last laufe laune lea leben lebenslaeufe lehre lehrerin lehrling leichte leid leiter lern
  lernmaterialien leser letztes leute lexikon libanon licht liebe liga linie link liste liter live lkw lob loeffel
  loeschen login lohn lokal lotse lra luecke luft lunge lust luxus macht maedchen maenner maerz magen mai mail makler
  mal malteser man manager manche mandat mangel mantel mappe markt marokko maschine maske mass massgabe massnahme
  matching material matratze matrix mauer maurer maus mazedonien mbe medien medizin mehr mehrfamilienhaus
  mehrgenerationenhaus meile mein meist meldeamt meldeort menge mensa mensch mentor merkmal messe meter methode
  methodik metzger miete milch milieu minijob minister ministerium minute mir misstrauen missverstaendnissen mit
  mitarbeiterinnen mitarbeiters mitglied mitte mittel modell modem modul moebel monarchie monat monitor montag morgen
  moschee motiv motor muell muetter muetze mund museum musik muster mut mutter nach nachbar nachricht nacht nachwuchs
  naehe naeheres name natur neben nebenstrasse neffe neid nein nerv netto netz neubau neue newsletter ngo nicht
  niemand niere nigeria nigerianer niveau norm not notar notebooks notiz november nummer nur nutzen nutzer objekt obst
  oel oepnv ofen offene office oft ohne ohr oktober one onkel online opfer orchester ordner organ original ort ost
  outlook paar pacht paket pakistan pakt palette pandemie panne paper papier park part partei partner paschtu pass
  pate pause pdf peers persisch person personal personalie perspektive perspektivisch pfad pfarrer pfeil pferd pflege
  pflegeheim pflicht pflichtfeld pforte phase pilot plakat plan platz plenum polen police politiker polizei portal
  post potenzial praemie praktika praktikum praxis preis presse prinzip prio privatsphaere pro probe problem
  problemloeser produkt profi profil projekt protokoll prozess pruefer psyche psychiater psychologe publikum puffer
  punkt puppe quadrat qual qualitaetskriterium quartal quasi quelle querbeet quote rabatt rad raetsel raeume rahmen
  ramadan rand raster rat ratgeber rathaeuser rathaus raum reagieren rechner recht rechtsmaterie rede referat
  reflexion reform regal regel regen regierungspraesidium region reiche reihe reis reissbrett rektor religion rente
  rentner reparatur republik reserve respekt ressource rest retter rezept richter richtschnur ring risiko ritual rolle
  rotes router rubrik ruecken rueckkehr ruf ruhe rumaenien runde russisch saal sach sack saeugling saison saldo salon
  salz sammeln samstag satz scanner schaden schal scham scheck schein schema schere schicht schiff schiiten schild
  schimmel schlaf schlag schleier schleife schloss schluessel schluss schmerz schnee schnelle schnitt schock schon
  schrank schreiben schritt schueler schuetzlinge schufa schuh schuld schuldner schule schulhaus schulhof schulter
  schutz schutzberechtigte schwaechen schwager schweiz schwelle schwester security seele segen sehr seife seite
  sekretaer selbst selten semester seminar senden senior september serbien serie server service sgb shampoo shared
  sharepoint sicht sie siegel siehe signal silbe single sinn sitte sitz skala skepsis skizze skype smartphone sms sofa
  sohn sollte somali somalia sommer sonderpaedagogen sonne sonstige sorge sowohl sozial sozialarbeiterin
  sozialpaedagoge sozialwesen spagat spalte spannend spass sperre spesen spiegel spiel spielfeld sport sprach
  sprachbarriere sprachlevels sprachmittler sprachniveau sprecher spritze spuele spur staat stab stadt staerken
  staerkere stamm stand standards stapel start status statut steckdose stecker stelle stellungnahme stempel steuer
  stichtag stift stiftung stimme stipendium stock stoff stolz strafe strang strasse strategie streik streit stress
  strich strom struktur studium stueck stuetze stufen stuhl stunde sturm subsidiaerer suche sucht sudan summe symbol
  syrer syrien system tabak tabelle tablet tablette taetigkeitsfeld tafel tag takt talk tandem tante tarif tasche
  tasse taste tat tatsaechlich taufe team teamwork tee teil teilnahme teilnehmer telefon telefonat teller tempo
  temporaer teppich termin terminvergabe test text textfeld theater thema themen themenfeld theorie therapeut therapie
  ticket tiefe tier tigrinya tipp tisch tochter tod togo toilette ton tonne tool topf tor tour tracht traeger tragen
  trainer trauer traum trauma treffen trend treppe treppenhaus treue trick trockner trotz trotzdem troubleshooting
  tuer tuerke tuerkei tuerkisch tuete turm turnhalle typ ueber uebergabe uebernahme uebersetzer ueberwiegend uebrigen
  uebriges uebungsfeld uhr ukraine ukrainisch uma umbau umfang umfeld und unser unterbringungsdauer untere unterhalt
  unterkuenfte unternehmen unterricht unterschied unterschrift updates urdu urlaub ursache urteil usa usb vabo vaeter
  variable vater ventil verbleib verbot verfahren vergleich verhaeltnissen verkehr verleih vermerke vermoegen versand
  verschiedenste vertrag vertrauen vertrauensaufbau vertrauensverhaeltnisses vertrauter vertreter verwaltungsspitze
  verwandter verzicht vhs video viele vielfalt virus visum vokabel volk voll von vor vorfeld vorgabe vorgesetzten
  vorhang vorlaeufige vorlegen vorliegen vorrang vorschrift vorschuss vortrag vorwurf vwv waage wachstum waerme wahl
  waise wand wandel ware was wasser website wechsel weg weile wein weise weite weiteren weiteres weitergabe
  weiterkommen welche welt wenig wenn wer werk werkstatt wert wettbewerb wetter whats whatsapp wichtige widerspruch
  wie wiederholer wiki wille wind windel winter wir wird wirt wissen witwe witz wlan woche wohl wohnen wohnhaus
  wohnheim wohnort word workshop wort wuerttemberg wunde wunsch wurzel wust wut zahl zahn zaun zeichen zeile zeit
  zeithorizont zelt zentrale zentren zentrum zeremonie zertifikat zettel zeuge ziel ziffer zigarette zimmer zins zitat
  zoll zone zoom zorn zucker zug zugewanderte zugriff zur zusage zusammenhalt zusammenhang zuschuss zustaendigen zutun
  zweck zweifel zweig zweiten zwoelften`

export const ordinaryWords: ReadonlySet<string> = new Set(list.trim().split(/\s+/))
