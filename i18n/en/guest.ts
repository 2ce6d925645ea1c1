import type { Translation } from "../mod.ts";
import type { guest as french } from "../fr/guest.ts";

export const guest: Translation<typeof french> = {
  inviteTitle: "Invite another person",
  inviteText:
    "A relative, an interpreter or a health professional can take part in the consultation. They get a personal link; the doctor lets them in during the call.",
  inviteLink: "Invite another person",
  inviteWord: "Invite",
  coming: "{name} is coming in…",
  comingLate:
    "{name} is not in the call yet. The page of the invitation may be closed.",
  name: "Name of the person",
  nameHint: "As they will be called during the call.",
  nameMissing: "Enter the name of the person, in at most 100 characters.",
  roleLegend: "They take part as",
  relative: "Relative",
  interpreter: "Interpreter",
  colleague: "Health professional",
  detail: "Relation, language or profession",
  detailHint: "For example “daughter”, “Arabic” or “nurse”.",
  detailLong: "Shorten this text: at most 100 characters.",
  contact: "Their e-mail address or mobile number",
  contactHint: "The invitation is sent there.",
  contactInvalid:
    "Enter a complete e-mail address, or a mobile number with its country code, for example +352 621 123 456.",
  guestLanguage: "Language of the invitation",
  optional: "optional",
  send: "Send the invitation",
  invitedNotice: "The invitation has been sent.",
  withdrawnNotice: "The invitation is cancelled: its link no longer works.",
  alsoTold: "We also tell {name}.",
  withdraw: "Cancel the invitation",
  tooLate: "Nobody can be invited to this appointment any more.",
  stateInvited: "{name} is invited and has not opened the link yet.",
  stateOpened: "{name} is invited and has opened the link.",
  stateWaiting: "{name} is waiting and asks to come in.",
  stateAdmitted: "{name} has been let into the call.",
  stateLeft: "{name} has left the call and may come back.",
  stateRefused: "{name} was not let in.",
  stateRemoved: "{name} was taken out of the call.",
  admit: "Let {name} in",
  refuse: "Do not let in",
  remove: "Remove {name}",
  removeShort: "Remove",
  invitationSubject: "Invitation to a teleconsultation",
  invitationIntro:
    "You are invited to take part in a teleconsultation with {doctor} on {day} at {start}.",
  mailLink: "Open the invitation",
  mailOnce:
    "The link opens in one browser only: open it on the device with which you will take part. You can come in from {opens}.",
  mailNotYou:
    "You do not know what this is about? Ignore this message: without the link nobody comes in.",
  invitationSms:
    "eConsult: you are invited to a teleconsultation with {doctor}, {date}, {start}. Open this link on the device you will use: {link}",
  movedSubject: "Teleconsultation moved",
  movedIntro:
    "The teleconsultation with {doctor} to which you are invited has been moved. It was to be on {formerDay}, {formerHour}. It takes place on {day} at {start}.",
  movedLink:
    "The link that you already have stays valid and leads to the same place.",
  movedSms:
    "eConsult: the teleconsultation with {doctor} on {formerDate}, {formerHour}, has been moved to {date}, {start}. Your link: {link}",
  cancellationSubject: "Teleconsultation cancelled",
  cancellationIntro:
    "The teleconsultation with {doctor} to which you were invited, on {day} at {start}, is cancelled. There is nothing you need to do; the link of the invitation no longer works.",
  cancellationSms:
    "eConsult: the teleconsultation with {doctor} to which you were invited, {date}, {start}, is cancelled. The link no longer works.",
  pageTitle: "Your invitation",
  openText: "{doctor} expects you for a teleconsultation on {day} at {start}.",
  openOnce:
    "The invitation opens in one browser only. Continue here if you will take part with this device.",
  open: "Continue on this device",
  usedTitle: "This invitation is open elsewhere",
  usedText:
    "It was opened in another browser or on another device. Continue there, or press “Take part with another device” there. Otherwise ask whoever invited you for a new invitation.",
  release: "Take part with another device",
  releasedTitle: "Your invitation can be opened elsewhere",
  releasedText:
    "Open the link of the e-mail or SMS in the browser that you want to use. It is no longer open here.",
  staleTitle: "This invitation is no longer valid",
  staleText:
    "It was cancelled, or the consultation is over. Ask whoever invited you.",
  browserText:
    "Press “Take part with another device”, then open the invitation’s link in Chrome, Edge or Safari.",
  opensAt: "You can ask to come in on {day}, from {time}.",
  askIn: "Ask to come in",
  prepareText:
    "When you are ready, ask to come in. The doctor decides when you do.",
  waitTitle: "You are waiting",
  waitText:
    "{doctor} knows that you are here and will let you in. Keep this page open.",
  nobodyComes: "Nobody lets you in?",
  admittedTitle: "{doctor} lets you in",
  admittedText: "The call begins in a moment.",
  refusedTitle: "You are not taking part in this consultation",
  refusedText:
    "{doctor} prefers to go on without another person. Thank you for making time.",
  removedTitle: "Your part is over",
  removedText:
    "{doctor} goes on with the consultation without another person. Thank you for your help.",
  leftTitle: "You have left the call",
  leftText: "You can ask to come back as long as the consultation lasts.",
  overTitle: "The consultation is over",
  overText: "Thank you for taking part. You can close this page.",
  cancelledTitle: "The consultation is cancelled",
  cancelledText:
    "It does not take place. There is nothing you need to do, and you can close this page.",
  comeBack: "Ask to come back",
  pageCut: "The connection is cut. The page is updated as soon as it is back.",
  noScript:
    "The video call needs JavaScript. Turn it on in your browser, or call us:",
  callTitle: "Consultation with {name}",
  patient: "Patient",
  alone: "Waiting for {name}…",
  endToEnd:
    "Picture and sound go directly between the two of you, encrypted end to end.",
  overBridge:
    "With three people, or when the network allows no direct connection, picture and sound pass through a server of the platform. They are encrypted on the way, but not end to end. Nothing is recorded.",
};
