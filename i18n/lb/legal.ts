import type { legal as french } from "../fr/legal.ts";
import type { Translation } from "../mod.ts";

export const legal = {
  privacyTitle: "Dateschutz",
  privacyIntro:
    "Är Gesondheetsdonnéeë si vertraulech. Hei steet, wéi eng mir halen, firwat, a wie se ka gesinn.",
  whatTitle: "Wat mir halen",
  whatIdentity:
    "Wien Dir sidd a wéi mir Iech erreechen: Numm, Matriculesnummer, Adress, E-Mail, Handysnummer, Sprooch.",
  whatAppointments:
    "Är Rendez-vousen, mat de Symptomer oder Bemierkungen, déi Dir dem Dokter schreift.",
  whatMessages: "D’Messagen tëschent Iech an Ären Dokteren.",
  whatLog: "E Protokoll, wéini eng aner Persoun Ären Dossier opgemaach huet.",
  whatVideo:
    "Toun a Bild vun der Telekonsultatioun ginn net opgeholl. Si si verschlësselt a ginn direkt vun engem Apparat bei deen aneren, wann de Reseau et erlaabt, soss iwwer e Relais-Server. Wann eng drëtt Persoun deelhëlt, ginn se iwwer e Server vun der Plattform: ënnerwee verschlësselt, awer net vun Enn zu Enn.",
  whyTitle: "Firwat",
  whyText:
    "Nëmme fir Är Telekonsultatiounen: fir ze wëssen, wien Dir sidd, fir Är Rendez-vousen z’organiséieren, fir Iech mat Ärem Dokter ze verbannen a fir Iech Bescheed ze soen. Et gëtt keng Reklamm, keng Moossung vun Ärem Verhalen a kee Verkaf vun Donnéeën.",
  whoTitle: "Wie se ka gesinn",
  whoYou: "Dir selwer, no Ärem Passwuert an dem Code aus dem SMS.",
  whoDoctor:
    "D’Dokteren, bei deenen Dir e Rendez-vous hutt, souwäit et si ugeet. All Kéiers, wann een Ären Dossier liest, gëtt dat notéiert.",
  whoAdmin:
    "D’Administrateure vum Service, wann et néideg ass, fir Iech ze hëllefen oder eng Pann ze flécken.",
  whoSuppliers:
    "Technesch Déngschtleeschter, nëmme fir hir Aufgab: d’Datebank, d’SMSen, d’E-Mailen, d’Videoverbindung. An den SMSen an an den E-Mailen ass kee Wuert vu Symptomer oder Diagnosen.",
  longTitle: "Wéi laang",
  longDraft:
    "Eng Aschreiwung ouni confirméierten SMS-Code gëtt no engem Dag geläscht, en ënnerbrachene Formulaire no enger Stonn.",
  longRecord:
    "De Kont an d’Rendez-vouse bleiwen, soulaang et de Kont gëtt, an duerno esou laang, wéi d’Gesetz et fir medezinesch Dossiere verlaangt.",
  cookiesTitle: "Cookien",
  cookiesText:
    "Mir benotzen nëmmen déi néideg Cookien: fir Är Umeldung, fir déi gewielt Sprooch a fir ze wëssen, wou Dir an enger Aschreiwung oder engem ënnerbrachene Formulaire dru sidd. Keen dovun ass do, fir Iech ze verfollegen.",
  rightsTitle: "Är Rechter",
  rightsText:
    "Dir kënnt verlaangen, Är Donnéeën ze gesinn, ze verbesseren, se an enger Form ze kréien, déi Maschinne liese kënnen, se läschen ze loossen oder hire Gebrauch anzeschränken, souwäit d’Gesetz iwwer medezinesch Dossieren et erlaabt. Schreift un eisen Helpdesk: {email}.",
  rightsAccount:
    "Op der Säit vun Ärem Kont luet Dir Är Donnéeën erof a frot d’Läsche vum Kont un.",
  rightsComplaint:
    "Dir kënnt Iech och un d’Nationalkommissioun fir den Dateschutz (CNPD) zu Lëtzebuerg wenden.",

  accessTitle: "Accessibilitéit",
  accessIntro:
    "Jidderee soll mat engem Dokter schwätze kënnen. Mir bauen dëse Service no de Reegele WCAG 2.2, Niveau AA.",
  accessDoneTitle: "Wat gemaach ass",
  accessKeyboard:
    "Alles geet mat der Tastatur, an de Fokus ass ëmmer ze gesinn.",
  accessReader:
    "D’Säite si fir Screenreader gegliddert, a wichteg Ännerunge ginn ugesot.",
  accessColour:
    "D’Kontraster si grouss genuch, hell wéi donkel; d’Faarf seet ni eleng eppes aus.",
  accessZoom:
    "Den Text léisst sech vergréisseren, an d’Säite passen ouni säitlecht Scrollen op kleng Ecranen.",
  accessMotion: "D’Animatioune stoppen, wann Ären Apparat dat wënscht.",
  accessSignIn:
    "Fir Iech unzemellen, musst Dir kee Rätsel léisen a keng Zeechen auswenneg kennen: Dir kënnt d’Passwuert an de Code apechen an e Passwuert-Manager benotzen.",
  accessNoScript:
    "En Dokter fannen, sech aschreiwen, sech umellen a reservéiere geet ouni JavaScript. De Videouruff brauch JavaScript.",
  accessLimitsTitle: "Wat nach ze maachen ass",
  accessLimitsText:
    "Mir kontrolléieren d’Säite mat automateschen Tools a vun Hand. En onofhängegen Audit mat Leit mat engem Handicap huet nach net stattfonnt. De Videouruff huet keng Ënnertitelen a keng Gebäerdesprooch.",
  accessHelpTitle: "Eppes am Wee?",
  accessHelpText:
    "Sot et eisem Helpdesk, um Telefon {phone} oder per E-Mail un {email}. Mir hëllefen Iech direkt, zum Beispill beim Reservéieren, a verbesseren d’Säit.",

  termsTitle: "Notzungsbedingungen",
  termsIntro:
    "Wann Dir e Rendez-vous huelt, akzeptéiert Dir dës Bedingungen. Si si kuerz: liest se w.e.g.",
  termsEmergencyTitle: "Net fir Noutfäll",
  termsEmergencyText:
    "Benotzt dëse Service net a Liewensgefor: rufft den 112 un.",
  termsLimitsTitle: "Eng Konsultatioun op Distanz",
  termsLimitsText:
    "Den Dokter kann Iech net ënnersiche wéi an der Praxis. Hien decidéiert, ob eng Telekonsultatioun duergeet; soss freet hien Iech, laanschtzekommen, oder schéckt Iech soss anzwousch hin.",
  termsAccountTitle: "Äre Kont",
  termsAccountText:
    "De Kont ass perséinlech. Gitt richteg Informatiounen un, haalt Äert Passwuert an Är Code fir Iech, a sot dem Helpdesk Bescheed, wann Dir mengt, datt een aneren e benotzt huet.",
  termsAppointmentTitle: "Är Rendez-vousen",
  termsAppointmentText:
    "Sidd zäiteg am Waardesall. Wann Dir net kënnt kommen, sot esou fréi wéi méiglech of, fir datt en anere Patient d’Plaz kann huelen. Den Dokter kann ze spéit dru sinn oder wéinst engem Noutfall mussen ofsoen.",
  termsFeeTitle: "Honorairen",
  termsFeeText:
    "D’Plattform ass fir Patiente gratis. Den Dokter verrechent d’Konsultatioun no de Reegelen, déi fir hie gëllen.",
  termsRecordingTitle: "Keng Opnam",
  termsRecordingText:
    "D’Konsultatioun ass vertraulech. Weder Dir nach den Dokter hëlt se op, a kee lauschtert mat, ouni datt deen aneren et weess.",
  termsServiceTitle: "De Service",
  termsServiceText:
    "Mir maachen alles, fir datt de Service leeft, mee de Reseau oder en Apparat kann ëmmer ausfalen. Wann den Uruff net klappt, mellt Iech bei der Praxis oder bei eisem Helpdesk.",
} as const satisfies Translation<typeof french>;
