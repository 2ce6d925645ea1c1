import type { account as french } from "../fr/account.ts";
import type { Translation } from "../mod.ts";

export const account = {
  signInPageTitle: "Umeldung",
  signInIntro: "Mat deem Kont, deen Dir aktivéiert hutt.",
  identifier: "E-Mail oder Matriculesnummer",
  password: "Passwuert",
  passwordForgotten: "Passwuert vergiess?",
  thenCode: "Duerno schécke mir Iech e Code per SMS.",
  activationLost: "Keng E-Mail fir d’Aktivatioun kritt?",
  signedOut: "Dir sidd ofgemellt.",
  endedByCodes:
    "Fënnef falsch Coden: aus Sécherheet gouf d’Umeldung gestoppt. Mellt Iech w.e.g. nach eng Kéier un.",
  signInAgain: "Är Umeldung ass ofgelaf. Mellt Iech w.e.g. nach eng Kéier un.",

  signUpIntro:
    "Fir d’éischt Kéier hei? Haalt Är Matriculesnummer an Ären Handy prett.",
  identityLegend: "Wien Dir sidd",
  contactLegend: "Wéi mir Iech erreechen",
  addressLegend: "Är Adress",
  matricule: "Matriculesnummer",
  matriculeHint: "Är Nummer vun der Sozialversécherung mat 13 Zifferen.",
  firstName: "Virnumm",
  firstNameHint: "Hutt Dir nëmmen een Numm? Loosst dëst Feld eidel.",
  lastName: "Numm",
  email: "E-Mail-Adress",
  emailHint:
    "Fir Äre Kont z’aktivéieren a fir d’Confirmatioune vun Äre Rendez-vousen.",
  phone: "Handysnummer",
  phoneHint:
    "Op dës Nummer schécke mir bei all Umeldung e Code. Auslännesch Nummere fänke mat + an der Landesvirwiel un.",
  addressHint: "Fir datt de Laboratoire Är Adress fënnt.",
  dependantsTitle: "Dir handelt fir",
  dependantsText:
    "Dir bucht Rendez-vouse fir dës Persounen a gesitt hir Rendez-vousen, Messagen an Dokumenter. Eisen Helpdesk setzt eng Persoun derbäi oder hëlt se ewech.",
  bornOn: "Gebuer den {date}",
  pharmacy: "Apdikt",
  laboratory: "Labo",
  relationParent: "Dir sidd en Elterendeel",
  relationChild: "Dir sidd d’Kand",
  relationPartner: "Dir sidd Partner oder Partnerin",
  relationGuardian: "Dir sidd Virmond",
  relationTrustedPerson: "Dir sidd Vertrauenspersoun",
  street: "Hausnummer a Strooss",
  postalCode: "Postleitzuel",
  city: "Uertschaft",
  country: "Land",
  privacyNote:
    "Dës Donnéeë ginn nëmme fir Är Telekonsultatioune gebraucht. Méi doriwwer:",
  and: "an",
  terms: "Notzungsbedingungen",

  identifierMissing: "Gitt Är E-Mail-Adress oder Är Matriculesnummer an.",
  passwordMissing: "Gitt Äert Passwuert an.",
  wrongCredentials:
    "D’E-Mail-Adress, d’Matriculesnummer oder d’Passwuert ass net richteg. Kuckt no a probéiert nach eng Kéier.",
  deactivated:
    "Dëse Kont ass desaktivéiert. Mellt Iech bei eisem Helpdesk, fir en nees opzemaachen.",
  tooManyAttempts:
    "Ze vill Versich. Waart eng Véierelstonn a probéiert dann nach eng Kéier.",
  tooManySignUps:
    "Ze vill Aschreiwungen. Waart eng Stonn a probéiert dann nach eng Kéier.",
  smsFailed:
    "Den SMS konnt net geschéckt ginn. Alles, wat Dir aginn hutt, ass nach do: probéiert geschwënn nach eng Kéier.",
  unavailable:
    "Ee vun eise Servicer äntwert net. Alles, wat Dir aginn hutt, ass nach do: probéiert geschwënn nach eng Kéier.",

  matriculeMissing: "Gitt Är Matriculesnummer an.",
  matriculeLength:
    "D’Matriculesnummer huet 13 Zifferen. Zielt d’Zifferen op Ärer Sozialversécherungskaart.",
  matriculeDate:
    "Déi éischt 8 Ziffere vun der Matriculesnummer sinn Äre Gebuertsdatum (Joer, Mount, Dag). Deen Datum gëtt et net: kuckt en no.",
  matriculeFuture:
    "Déi éischt 8 Ziffere vun der Matriculesnummer sinn Äre Gebuertsdatum. Deen Datum läit an der Zukunft: kuckt en no.",
  matriculeLuhn:
    "An dëser Matriculesnummer ass e Feeler: déi virlescht Ziffer passt net bei déi aner. Schreift déi 13 Ziffere vun Ärer Kaart of.",
  matriculeVerhoeff:
    "An dëser Matriculesnummer ass e Feeler: déi lescht Ziffer passt net bei déi aner. Schreift déi 13 Ziffere vun Ärer Kaart of.",
  lastNameMissing: "Gitt Ären Numm an.",
  nameWrong:
    "En Numm ass keng Adress: benotzt weder „/“ nach „@“ nach „:“, a loosst no engem Punkt eng Plaz fräi.",
  emailMissing: "Gitt Är E-Mail-Adress an.",
  emailWrong:
    "Dës E-Mail-Adress ass net komplett. Si gesäit aus wéi numm@beispill.lu.",
  emailAccents:
    "Un eng Adress mat Akzenter oder Ëmlauter virum @ kënne mir net schreiwen. Gitt eng aner Adress un.",
  phoneMissing: "Gitt Är Handysnummer an.",
  phoneWrong:
    "Dës Telefonsnummer gëtt et net. Kuckt se no; auslännesch Nummere fänke mat + an der Landesvirwiel un.",
  phoneNotMobile:
    "Dat ass keng Handysnummer. Gitt eng Nummer an, déi SMSe kritt.",
  streetMissing: "Gitt d’Hausnummer an d’Strooss an.",
  postalCodeMissing: "Gitt d’Postleitzuel an.",
  cityMissing: "Gitt d’Uertschaft an.",
  countryMissing: "Wielt e Land aus der Lëscht.",
  tooLong: "Dat ass ze laang. Maacht et w.e.g. méi kuerz.",

  codeSms:
    "eConsult: Äre Code ass {code}. Hien ass 10 Minutte gëlteg. Gitt e kengem weider.",
  codeTitle: "Confirmatioun",
  codeSentTo: "Mir hunn e Code per SMS un {phone} geschéckt.",
  codeNotSentYet:
    "De Code ass nach net fort. Frot e mam Knäppchen hei drënner.",
  codeLabel: "Code aus dem SMS",
  codeHint: "6 Zifferen",
  codeFormat: "De Code huet 6 Zifferen. Kuckt am SMS no.",
  codeWrongOne: "Dëse Code ass net richteg. Dir hutt nach {n} Versuch.",
  codeWrongOther: "Dëse Code ass net richteg. Dir hutt nach {n} Versich.",
  codeExpired: "Dëse Code ass ofgelaf. Frot en neie Code.",
  codeMoved:
    "Är Internetverbindung huet sech geännert, zënter de Code geschéckt gouf. Frot en neie Code.",
  codeSmsFailed:
    "Den SMS konnt net geschéckt ginn. Frot geschwënn nach eng Kéier e Code.",
  codeTooSoon:
    "Et gouf grad e Code geschéckt. Waart 30 Sekonnen, ier Dir en anere frot.",
  codeSentAgain: "En neie Code gouf geschéckt. Deen alen ass net méi gëlteg.",
  resend: "Code nei schécken",
  resendIn: "Nei schécken an {seconds} s méiglech",
  resendNow: "Dir kënnt elo en neie Code froen.",
  codeHelp: "Keen SMS? Kuckt, ob Ären Telefon Reseau huet.",
  wrongNumber: "Net Är Nummer? Maacht dës Fënster zou a verbessert d’Nummer.",
  numberLost: "Dir hutt dës Nummer net méi? Eisen Helpdesk dréit eng aner an.",
  signUpOver:
    "Fënnef falsch Coden: dës Aschreiwung ass eriwwer. Schéckt de Formulaire nach eng Kéier, fir en neie Code ze kréien.",
  signUpLost:
    "Dës Aschreiwung ass ofgelaf. Fëllt de Formulaire nach eng Kéier aus.",

  createdTitle: "Äre Kont gouf ugeluecht",
  createdText:
    "Et feelt nach ee Schrëtt: aktivéiert e mam Link, dee mir un {email} geschéckt hunn.",
  createdNext:
    "De Link ass 24 Stonne gëlteg. Wann no e puer Minutte keng E-Mail do ass, kuckt am Spam no.",
  newLink: "En neie Link kréien",
  toSignIn: "Bei d’Umeldung",
  stepForm: "Är Donnéeën",
  stepCode: "SMS-Code",
  stepActivation: "Aktivatioun",

  accountReady: "Äre Kont ass prett",
  accountReadyNext:
    "Gitt de Code aus dem SMS an, fir en opzemaachen. Duerno kënnt Dir en Dokter eraussichen.",
  accountReadyBooking:
    "Gitt de Code aus dem SMS an, fir en opzemaachen. Duerno geet et mat Ärer Reservatioun weider.",
  activationTitle: "Aktivatioun vun Ärem Kont",
  activationText: "Wielt e Passwuert fir Äre Kont.",
  newPassword: "Neit Passwuert",
  repeatPassword: "Passwuert widderhuelen",
  passwordRange: "D’Passwuert muss tëschent {min} an {max} Zeeche laang sinn.",
  passwordAdvice:
    "E puer Wierder hannertenee si liicht ze behalen a schwéier ze roden. Behaalt et gutt: Dir braucht et bei all Umeldung.",
  validate: "Validéieren",
  strength: "Stäerkt vum Passwuert",
  strengthWeak: "schwaach",
  strengthFair: "mëttel",
  strengthGood: "gutt",
  strengthStrong: "ganz gutt",
  newPasswordMissing: "Wielt e Passwuert.",
  passwordShort: "Dëst Passwuert ass ze kuerz: op d’mannst {min} Zeechen.",
  passwordLong:
    "Dëst Passwuert ass ze laang: héchstens {max} Zeechen; Buschtawe mat Accent oder Trema zielen duebel.",
  passwordsDiffer:
    "Déi zwee Passwierder sinn net d’selwecht. Gitt se nach eng Kéier an.",
  passwordKnown: "Dëst Passwuert ass ze liicht ze roden. Wielt en anert.",
  passwordSame: "Dat ass schonn Äert Passwuert. Wielt en anert.",

  activationFor: "Kont vum {name}, Handy {phone}.",
  refusalTitle: "Dat waart net Dir?",
  refusalText:
    "Ee huet sech am Numm vum {name} mat Ärer E-Mail-Adress ugemellt. Brecht dës Umeldung of: de Link an der E-Mail ass dann näischt méi wäert.",
  refusalConfirm: "Dës Umeldung ofbriechen",
  refusedTitle: "D’Umeldung ass ofgebrach",
  refusedText: "Kee kann se méi benotzen. Dir musst näischt méi maachen.",
  notMe: "Dat war ech net",
  cookiesBlocked:
    "Äre Browser refuséiert Cookien. Ouni si kann ee sech net umellen: erlaabt se fir dës Säit a probéiert nach eng Kéier. Et gouf nach näischt geschéckt.",
  smsCeiling:
    "An dëst Land kënne mir haut keng SMS méi schécken. Probéiert muer nach eng Kéier oder rufft eisen Helpdesk un.",
  smsStopped:
    "Dësen Telefon huet eis SMS ofbestallt (Äntwert STOP). Schéckt START un déi selwecht Nummer oder rufft eisen Helpdesk un.",
  smsRegion:
    "An dëst Land kënne mir keng SMS schécken. Gitt eng aner Nummer un oder rufft eisen Helpdesk un.",
  smsBlocked:
    "Den Operateur vun dëser Nummer refuséiert eis SMS. Gitt eng aner Nummer un oder rufft eisen Helpdesk un.",
  smsNumberRefused:
    "Är Nummer kritt keng SMS. Nach eng Kéier probéieren ännert näischt: rufft eisen Helpdesk un, deen dréit eng aner Nummer an.",
  emailCameBack:
    "D’E-Mail u {email} konnt net zougestallt ginn. Kuckt d’Adress no a mellt Iech nach eng Kéier un, oder rufft eisen Helpdesk un.",

  staleTitle: "Dëse Link ass net méi gëlteg",
  staleText:
    "E Link ass nëmmen eng Kéier gutt a leeft no 24 Stonnen of. Wann Dir Äert Passwuert scho gewielt hutt, mellt Iech un. Soss frot en neie Link.",
  linkTitle: "En neien Aktivatiounslink kréien",
  linkText: "Gitt d’E-Mail-Adress vun Ärer Aschreiwung an.",
  linkSend: "De Link schécken",
  linkSentTitle: "Kuckt an Är E-Mailen",
  linkSentText:
    "Wann et fir {email} e Kont gëtt, ass grad eng E-Mail fortgaang. Si kënnt an e puer Minutten un; kuckt och am Spam no.",

  forgottenTitle: "Passwuert vergiess",
  forgottenText:
    "Gitt d’E-Mail-Adress vun Ärem Kont an. Mir schécken Iech e Link, fir en neit Passwuert ze wielen.",
  resetTitle: "En neit Passwuert wielen",
  resetText:
    "Fir sécher ze sinn, datt Dir et sidd, schécke mir fir d’éischt e Code per SMS un Är gespäichert Nummer.",
  resetSend: "De Code schécken",
  passwordSaved: "Äert neit Passwuert ass gespäichert.",
  otherSessionsEnded: "Är aner Apparater goufen ofgemellt.",

  signOutTitle: "Ofmellen?",
  signOutText: "Dir sidd als {name} ugemellt.",
  profileText: "Är Donnéeën, Är Sprooch an Är Umeldungen.",
  identityTitle: "Persoun",
  identityText: "Fir dat anert ze verbesseren, mellt Iech bei eisem Helpdesk.",
  emailChange: "E-Mail-Adress änneren",
  phoneChange: "Handysnummer änneren",
  emailNow: "Är Adress elo: {email}.",
  phoneNow: "Är Nummer elo: {phone}.",
  emailNew: "Nei E-Mail-Adress",
  phoneNew: "Nei Handysnummer",
  emailChangeText:
    "Mir schécken e Link un déi nei Adress. Näischt ännert sech, ier Dir se confirméiert hutt. Duerno ginn all Är Apparater ofgemellt, och dësen, an Dir mellt Iech mat der neier Adress un.",
  phoneChangeText:
    "Mir schécken e Code per SMS un déi nei Nummer. Näischt ännert sech, ier Dir en aginn hutt. Duerno ginn all Är Apparater ofgemellt, och dësen, an Dir mellt Iech mat engem Code un déi nei Nummer un.",
  passwordAgain:
    "Dat vun Ärem Kont, fir datt mir sécher sinn, datt Dir et sidd.",
  passwordWrong:
    "Dëst Passwuert ass net richteg. Kuckt no a probéiert nach eng Kéier.",
  emailSame: "Dat ass schonn Är Adress. Gitt eng aner an.",
  phoneSame: "Dat ass schonn Är Nummer. Gitt eng aner an.",
  tooManyChanges:
    "Ze vill Ufroen. Waart eng Stonn a probéiert dann nach eng Kéier.",
  emailChangeSent:
    "Mir hunn un {email} geschriwwen. Maacht dës E-Mail op a confirméiert d’Adress bannent 24 Stonnen; bis dohinner ännert sech näischt. Kuckt och am Spam no.",
  phoneChangeOver:
    "Dës Ännerung ass eriwwer, no fënnef falsche Coden oder enger Stonn Waarden. Är Nummer ass d’selwecht bliwwen. Schéckt de Formulaire nach eng Kéier, fir en neie Code ze kréien.",
  phoneChanged:
    "Är nei Nummer ass gespäichert, an all Är Apparater goufen ofgemellt. Mellt Iech nach eng Kéier un: de Code kënnt op déi nei Nummer.",
  emailChanged:
    "Är nei E-Mail-Adress ass gespäichert, an all Är Apparater goufen ofgemellt. Mellt Iech nach eng Kéier un, mat der neier Adress.",
  emailConfirmTitle: "Är E-Mail-Adress confirméieren",
  emailConfirmText:
    "{email} gëtt d’Adress vun Ärem Kont. All Är Apparater ginn ofgemellt, an Dir mellt Iech mat dëser Adress un.",
  emailConfirmNotYou:
    "Dir hutt näischt gefrot? Maacht dës Säit zou: näischt ännert sech.",
  emailConfirm: "Dës Adress confirméieren",
  emailConfirmedTitle: "Är E-Mail-Adress ass geännert",
  emailConfirmedText:
    "{email} ass elo d’Adress vun Ärem Kont. All Är Apparater goufen ofgemellt.",
  emailLinkStale:
    "E Link leeft no 24 Stonnen of, an eng méi nei Ufro ersetzt en. Är Adress ass d’selwecht bliwwen: frot an Ärem Kont en neie Link.",
  emailWaitingTitle: "Ännerung vun der Adress waart",
  emailWaiting:
    "{email} waart op Är Confirmatioun. Maacht de Link vun der E-Mail op virum {day}, {time}; bis dohin ännert sech näischt.",
  emailResend: "E-Mail nach eng Kéier schécken",
  emailWithdraw: "Ännerung zréckzéien",
  emailSentAgain:
    "Mir hunn d’E-Mail nach eng Kéier geschéckt. Kuckt och am Spam-Dossier.",
  emailWithdrawn:
    "D’Ännerung vun der Adress ass zréckgezunn. De Link vun der E-Mail mécht näischt méi op.",
  emailNotAsked:
    "Dir hutt näischt gefrot? Zitt d’Ännerung zréck a wielt en neit Passwuert.",
  addressTitle: "Adress",
  addressSaved: "Är Adress ass gespäichert.",
  languageTitle: "Sprooch",
  languageText: "D’Sprooch vun de Säiten, SMSen an E-Mailen.",
  languageSaved: "Är Sprooch ass gespäichert.",
  sessionsTitle: "Umeldungen",
  sessionsText:
    "Telefon verluer, oder e gemeinsame Computer benotzt? Mellt all Är Apparater of, och dësen.",
  signOutEverywhere: "Iwwerall ofmellen",
  name: "Numm",
} as const satisfies Translation<typeof french>;
