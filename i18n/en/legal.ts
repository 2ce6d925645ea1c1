import type { legal as french } from "../fr/legal.ts";
import type { Translation } from "../mod.ts";

export const legal = {
  privacyTitle: "Privacy",
  privacyIntro:
    "Your health data is confidential. This is what we keep, why, and who can see it.",
  whatTitle: "What we keep",
  whatIdentity:
    "Who you are and how we reach you: name, matricule, address, e-mail, mobile number, language.",
  whatAppointments:
    "Your appointments, with the symptoms or comments that you write for the doctor.",
  whatMessages: "The messages between you and your doctors.",
  whatLog: "A log of when another person opened your record.",
  whatVideo:
    "Picture and sound of the teleconsultation are not recorded. They are encrypted and go directly from device to device when the network allows it, otherwise through a relay server. When a third person takes part they pass through a server of the platform: encrypted on the way, but not end to end.",
  whyTitle: "Why",
  whyText:
    "Only for your teleconsultations: to know who you are, to manage your appointments, to connect you with your doctor and to notify you. There is no advertising, no tracking and no sale of data.",
  whoTitle: "Who can see it",
  whoYou: "You, after your password and the code from the SMS.",
  whoDoctor:
    "The doctors with whom you have booked, as far as it concerns them. Each time your record is read, that is logged.",
  whoAdmin:
    "The administrators of the service, when they need to, to help you or to repair a fault.",
  whoSuppliers:
    "Technical suppliers, for their task only: hosting the database, sending SMS, sending e-mails, the video connection. SMS and e-mails contain neither symptoms nor diagnoses.",
  longTitle: "How long",
  longDraft:
    "A sign-up without a confirmed SMS code is deleted after a day; an interrupted form after an hour.",
  longRecord:
    "Account and appointments are kept while the account exists, and after that as long as the law on medical records demands.",
  cookiesTitle: "Cookies",
  cookiesText:
    "We use necessary cookies only: for your session, the language you chose, and where you are in a sign-up or an interrupted form. None of them tracks you.",
  rightsTitle: "Your rights",
  rightsText:
    "You may ask to see your data, to correct it, to receive it in a machine-readable form, to have it erased or its use restricted, as far as the law on medical records allows. Write to our helpdesk: {email}.",
  rightsAccount:
    "On your account page you download your data and ask for the erasure of the account.",
  rightsComplaint:
    "You may also turn to the National Commission for Data Protection (CNPD) in Luxembourg.",

  accessTitle: "Accessibility",
  accessIntro:
    "Everyone should be able to see a doctor. We build this service to the rules of WCAG 2.2, level AA.",
  accessDoneTitle: "What is done",
  accessKeyboard:
    "Everything works with the keyboard, and the focus is always visible.",
  accessReader:
    "Pages are structured for screen readers, and important changes are announced.",
  accessColour:
    "Contrasts are sufficient, in light and in dark; nothing is said by colour alone.",
  accessZoom:
    "Text can be enlarged, and pages fit small screens without sideways scrolling.",
  accessMotion: "Animations stop if your device asks for it.",
  accessSignIn:
    "To sign in you have no puzzle to solve and no characters to memorise: you can paste the password and the code, and use a password manager.",
  accessNoScript:
    "Finding a doctor, signing up, signing in and booking work without JavaScript. The video call needs it.",
  accessLimitsTitle: "What remains to be done",
  accessLimitsText:
    "We check the pages with automatic tools and by hand. An independent audit with people with disabilities has not yet taken place. The video call has no subtitles and no sign language interpreter.",
  accessHelpTitle: "Something in your way?",
  accessHelpText:
    "Tell our helpdesk, by phone at {phone} or by e-mail to {email}. We help you at once, for example to book, and fix the page.",

  termsTitle: "Terms of use",
  termsIntro:
    "By booking an appointment you accept these terms. They are short: please read them.",
  termsEmergencyTitle: "Not for emergencies",
  termsEmergencyText:
    "Do not use this service if a life is in danger: call 112.",
  termsLimitsTitle: "A consultation from a distance",
  termsLimitsText:
    "The doctor cannot examine you as in the practice. The doctor decides whether a teleconsultation is enough; if not, you are asked to come in or are referred elsewhere.",
  termsAccountTitle: "Your account",
  termsAccountText:
    "The account is personal. Give correct information, keep your password and codes to yourself, and tell the helpdesk if you think that somebody else has used it.",
  termsAppointmentTitle: "Your appointments",
  termsAppointmentText:
    "Be in the waiting room on time. If you cannot come, cancel as early as possible, so that another patient can take the slot. The doctor may be late or have to cancel for an emergency.",
  termsFeeTitle: "Fees",
  termsFeeText:
    "The platform is free of charge for patients. The doctor bills the consultation by the rules that apply to doctors.",
  termsRecordingTitle: "No recording",
  termsRecordingText:
    "The consultation is confidential. Neither you nor the doctor records it, and nobody attends without the other knowing.",
  termsServiceTitle: "The service",
  termsServiceText:
    "We do all we can to keep the service running, but a network or a device can always fail. If the call does not succeed, contact the doctor’s practice or our helpdesk.",
} as const satisfies Translation<typeof french>;
