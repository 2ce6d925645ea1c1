import type { notifications as french } from "../fr/notifications.ts";
import type { Translation } from "../mod.ts";

export const notifications = {
  greeting: "Dear {name},",
  greetingNobody: "Hello,",
  thanks: "Thank you",
  remark: "Note",
  doNotReply:
    "Please do not reply to this message. Replies to this address are not read.",
  helpdesk: "Need help? Our helpdesk is here for you: {phone}, {email}",
  what: "Appointment",
  whatIs: "Teleconsultation, {minutes} minutes",
  with: "With",
  date: "Date",
  start: "Start",
  end: "End",
  language: "Language",
  waitingRoomIntro:
    "To begin your teleconsultation at the chosen time, open the virtual waiting room with the link below. You can enter it 10 minutes before the start of the appointment at the earliest, at {opens}.",
  waitingRoomLink: "Go to the waiting room",
  lostLink:
    "Keep this e-mail: it holds your link. If you lose it, sign in: your appointments are in your account.",
  confirmationSubject: "Appointment confirmation",
  confirmationIntro: "We confirm your appointment with the details below.",
  confirmationSms:
    "eConsult: teleconsultation, {minutes} minutes, with {doctor}, {date}, {start} - {end}, in {language}. Waiting room from {opens}: {link}",
  reminderSubject: "Reminder of your appointment",
  reminderIntro:
    "This is a reminder of your appointment with the details below.",
  reminderSms:
    "eConsult reminder: teleconsultation, {minutes} minutes, with {doctor}, {date}, {start} - {end}, in {language}. Waiting room from {opens}: {link}",
  cancellationSubject: "Appointment cancelled",
  cancelledByDoctor:
    "Your doctor had to cancel the appointment below. We apologise for this.",
  cancelledByPatient: "The appointment below is cancelled, as you asked.",
  reason: "Reason",
  bookAgainIntro: "You can book another appointment with the same doctor.",
  bookAgainLink: "Book another appointment",
  freeNow: "These doctors are free right now",
  cancellationSms:
    "eConsult: your teleconsultation with {doctor}, {date}, {start}, is cancelled. Book another appointment: {link}",
  activationSubject: "Activate your account",
  activationIntro:
    "Your account was created. It needs to be activated once: open the activation page with the link below and choose your password.",
  activationLink: "Activate my account",
  activationEnds:
    "This link is valid for 24 hours and works once. If it has expired, the page offers you a new one.",
  notYou:
    "You did not ask for an account? Ignore this e-mail: without activation nobody can use it.",
  existsSubject: "You already have an account",
  existsIntro:
    "Somebody has just signed up with your details. You already have an eConsult account: no second one was created.",
  existsSignIn: "Sign in",
  existsForgotten: "Forgotten password",
  recoverySubject: "New password",
  recoveryIntro: "You asked for a new password. Choose it with the link below.",
  recoveryLink: "Choose a new password",
  recoveryEnds: "This link is valid for 24 hours and works once.",
  recoveryNotYou:
    "You did not ask for anything? Ignore this e-mail: your password stays as it is.",
  emailChangeSubject: "Confirm your e-mail address",
  emailChangeIntro:
    "You want to use this address for your eConsult account. Confirm it with the link below.",
  emailChangeLink: "Confirm this address",
  emailChangedSubject: "Change of your e-mail address",
  emailChangedIntro:
    "Another e-mail address was requested for your eConsult account. If this was not you, please call our helpdesk at once.",
  calendarTitle: "Teleconsultation with {doctor}",
  calendarAlarm: "Your waiting room is open.",
  calendarFileName: "appointment.ics",
} as const satisfies Translation<typeof french>;
