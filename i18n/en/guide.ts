import type { guide as french } from "../fr/guide.ts";
import type { Translation } from "../mod.ts";

export const guide = {
  title: "Guide for patients",
  intro:
    "See a doctor by video in a few steps: create your account, book an appointment, join.",
  contents: "On this page",
  emergency:
    "This service is not for emergencies. If a life is in danger, call 112.",

  needTitle: "What you need",
  needMatricule:
    "Your matricule: the 13-digit number on your social security card.",
  needPhone: "Your mobile phone: we send you a code by SMS at every sign-in.",
  needEmail:
    "An e-mail address: to activate your account and to receive appointment confirmations.",
  needDevice:
    "A computer, a tablet or a mobile phone with a camera and a microphone. There is nothing to install.",
  needBrowser: "A current version of Chrome, Safari, Firefox or Edge.",

  tipsTitle: "To see and hear each other well",
  tipWindow: "Do not sit with a window behind you.",
  tipLight: "Light your face, for example with a lamp in front of you.",
  tipRoom: "Choose a quiet room where nobody disturbs you.",
  tipHeadset:
    "If your computer is old or your hearing is poor, use a headset with a microphone.",
  tipConnection:
    "Use a good Wi-Fi connection, and close programs that use the camera.",

  accountTitle: "Create your account",
  account1: "Choose your language, then open the sign-in page.",
  account2:
    "Fill in the column “Sign up” and click “Send”. Check your e-mail address and mobile number carefully: everything goes there.",
  account3: "Enter the code from the SMS and click “Confirm”.",
  account4:
    "Open the activation e-mail and click the link. It is valid for 24 hours and works once.",
  account5: "Choose your password and click “Confirm”.",
  accountLater:
    "From then on, always sign in with your e-mail address or matricule, your password and the new code from the SMS.",

  bookTitle: "Book an appointment",
  book1: "Look for a doctor by name, specialty or language.",
  book2:
    "Open the doctor’s calendar and choose a free slot. If you are not signed in, sign in: you then come back to this doctor.",
  book3:
    "Check the appointment, tick the box to accept the terms and click “Confirm”.",
  book4:
    "If you wish, write your symptoms or a comment for the doctor, then click “Book”.",
  book5:
    "You receive an SMS and an e-mail with the date, the time and the link to the waiting room.",
  bookReminder:
    "If you booked well ahead, we remind you the day before and one hour before.",
  bookCancel:
    "You can cancel until the start of the appointment. If an emergency forces the doctor to cancel, we tell you at once by SMS and e-mail, with a link to choose another appointment.",
  bookLost: "Lost the link? Sign in: your appointments are in your account.",

  joinTitle: "On the day of the teleconsultation",
  join1:
    "Open the link in the e-mail or SMS and sign in. The waiting room opens 10 minutes before the appointment.",
  join2:
    "Set up your equipment: choose camera, microphone and loudspeaker, and test the sound.",
  join3:
    "Click “Start your consultation”. You see yourself and wait: it is the doctor who calls you.",
  join4:
    "When the doctor calls, a green button rings and blinks. Press it to answer.",
  join5:
    "You see the doctor large and yourself small. In the chat you can also write to each other and send files: open those that you get, to keep them.",
  join6:
    "At the end, click the red cross. The call is never cut at 10 minutes: the doctor and you decide.",

  cameraTitle: "Allow the camera and the microphone",
  troubleTitle: "If something does not work",
  troubleCode:
    "No SMS: wait a minute, check that your phone has a signal, then click “Send the code again”.",
  troubleMail:
    "No e-mail: look in your spam folder, or ask for a new link on the sign-in page.",
  troubleCamera:
    "No picture or sound: allow camera and microphone in your browser, and close other calling programs. The consultation works without a picture.",
  troubleCut:
    "Call interrupted: the connection comes back by itself. If not, reload the page: you return to the call.",
  troubleHelp: "Still stuck? Our helpdesk helps you: {phone}.",
  searchLabel: "Search in help",
  showAll: "Show all",
  nothingFound: "Nothing found for “{query}”.",
} as const satisfies Translation<typeof french>;
