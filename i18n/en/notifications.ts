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
  whatIs: "Teleconsultation, {duration}",
  with: "With",
  forWhom: "For",
  forDependant: "For {name}",
  date: "Date",
  start: "Start",
  end: "End",
  language: "Language",
  waitingRoomIntro:
    "To begin your teleconsultation at the chosen time, open the virtual waiting room with this link. You can enter it 10 minutes before the start of the appointment at the earliest, at {opens}. Before that, the page helps you to prepare.",
  waitingRoomLink: "Go to the waiting room",
  lostLink:
    "Keep this e-mail: it holds your link. If you lose it, sign in: your appointments are in your account.",
  confirmationSubject: "Appointment confirmation",
  confirmationIntro: "We confirm your appointment with the details below.",
  confirmationSms:
    "eConsult: teleconsultation, {duration}, with {doctor}, {date}, {start} - {end}, in {language}. Waiting room from {opens}: {link}",
  reminderSubject: "Reminder of your appointment",
  reminderIntro:
    "This is a reminder of your appointment with the details below.",
  reminderSms:
    "eConsult reminder: teleconsultation, {duration}, with {doctor}, {date}, {start} - {end}, in {language}. Waiting room from {opens}: {link}",
  movedSubject: "Your appointment has been moved",
  movedIntro: "You have moved your appointment. This is the new date and time.",
  movedFrom: "It was to be on {day}, {hour}.",
  movedSms:
    "eConsult: your teleconsultation with {doctor} has been moved: {date}, {start} - {end}. Waiting room from {opens}: {link}",
  moveLink: "Move the appointment",
  earlierSubject: "An earlier time is free",
  earlierIntro:
    "An earlier time has come free. It is held for you until {until}.",
  earlierKeep:
    "If you do not take it, your appointment on {day}, {hour}, does not change.",
  earlierSms:
    "eConsult: {doctor} can see you earlier: {date}, {start}. Held for you until {until}: {link}",
  earlierLink: "Take this time",
  cancellationSubject: "Appointment cancelled",
  cancelledByDoctor:
    "Your doctor had to cancel the appointment below. We apologise for this.",
  cancelledByAdmin:
    "The appointment below was cancelled by our service. We apologise for this.",
  missedSubject: "Your appointment did not take place",
  missedIntro:
    "You were not in the waiting room at the time of the appointment below. That can happen. If you still need medical advice, book another appointment; if it was a technical problem, our helpdesk can help.",
  notHeldIntro:
    "You were in the waiting room, but the doctor could not call you. We apologise for this. Please book another appointment or call our helpdesk.",
  cancelledByPatient: "The appointment below is cancelled, as you asked.",
  reason: "Reason",
  bookAgainIntro: "You can book another appointment with the same doctor.",
  bookAgainLink: "Book another appointment",
  freeNow: "These doctors are free right now",
  cancellationSms:
    "eConsult: your teleconsultation with {doctor}, {date}, {start}, is cancelled. Book another appointment: {link}",
  ticketUntil: "Teleconsultation, {duration}, until {end}",
  ticketZone: "{place} time ({offset})",
  doctorDetail: "{specialty}. In {language}.",
  confirmationTitle: "Your appointment is booked",
  appointmentPreheader:
    "{day}, {hour}, with {doctor}. The waiting room opens at {opens}.",
  cancellationPreheader: "{day}, {hour}, with {doctor}.",
  cancelled: "Cancelled",
  stepBooked: "Booked",
  stepWaitingRoom: "Waiting room",
  stepFrom: "from {time}",
  stepCall: "The doctor calls you",
  device:
    "Preferably on a computer or a tablet, otherwise on your phone, with Chrome, Safari, Firefox or Edge. A camera and a microphone are enough.",
  prepareTitle: "What to have beside you",
  prepareText: "Your medicines and your recent results.",
  preventedTitle: "You cannot come?",
  cancelLink: "Cancel the appointment",
  cancelUntil:
    "Possible until {hour}. The time will then be offered to other patients.",
  calendarNote: "The attached file adds the appointment to your calendar.",
  existsTrouble: "You can no longer sign in?",
  activationSubject: "Activate your account",
  activationIntro:
    "Your account was created. It needs to be activated once: open the activation page with the link below and choose your password.",
  activationNotMe: "This was not me: cancel this sign-up",
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
  emailChangeNotYou:
    "You did not ask for anything? Ignore this e-mail: nothing changes.",
  emailTakenSubject: "Your e-mail address is in use already",
  emailTakenIntro:
    "Somebody wanted to use this address for another eConsult account. It stays the address of your account and nothing has changed. If it was you, sign in with this address or contact our helpdesk. Otherwise there is nothing for you to do.",
  emailChangedSubject: "Change of your e-mail address",
  emailChangedDoneIntro:
    "The e-mail address of your eConsult account has been changed; this address is no longer in use. If this was not you, call our helpdesk at once.",
  phoneChangedSubject: "Your phone number was changed",
  phoneChangedIntro:
    "The phone number of your eConsult account has been changed. If this was not you, call our helpdesk at once.",
  phoneChangedSms:
    "eConsult: the number of your account was changed. If this was not you, call {phone}.",
  passwordChangedSubject: "Your password was changed",
  passwordChangedIntro:
    "The password of your eConsult account has been changed. If this was not you, call our helpdesk at once.",
  unreadSubject: "You have a new message",
  unreadIntro:
    "A message is waiting for you in your eConsult account. To protect your data, it is not in this e-mail.",
  unreadLink: "Read the message",
  unreadOnce:
    "You will get no other e-mail before you have read it. You set these e-mails on the page of your messages.",
  unreadUrgent:
    "Messages are not for emergencies: if a life is in danger, call 112.",
  calendarTitle: "Teleconsultation with {doctor}",
  calendarTitleFor: "{name}: teleconsultation with {doctor}",
  calendarAlarm: "Your waiting room is open.",
  calendarFileName: "appointment.ics",
  reopenedSubject: "Your doctor is waiting for you again",
  reopenedIntro:
    "Your doctor has opened the teleconsultation below again and is waiting for you.",
  reopenedNote:
    "Sign in, then press “Come back into the call”. Your camera and microphone stay off until then.",
  reopenedSms:
    "eConsult: {doctor} has opened your teleconsultation again and is waiting for you. Come back: {link}",
  erasureRequestedSubject: "Your request for erasure",
  erasureRequestedIntro:
    "You asked for the erasure of your eConsult account. We are looking at your request and will answer you by e-mail. Until then you can withdraw it on your account page. If this was not you: withdraw it, change your password and call our helpdesk.",
  erasureWithdrawnSubject: "Your request for erasure is withdrawn",
  erasureWithdrawnIntro:
    "You have withdrawn your request for erasure. Your eConsult account stays open, and nothing was erased.",
  erasureAcceptedSubject: "Your account is erased",
  erasureAcceptedIntro:
    "As you asked, your eConsult account is closed, and your contact details are erased. Your coming appointments are cancelled, unless somebody else acts for you. Your medical record is kept for as long as the law requires. This is our last e-mail to this address. If you want to use eConsult again, call our helpdesk.",
  erasureDeclinedSubject: "Answer to your request for erasure",
  erasureDeclinedIntro:
    "We could not accept your request for erasure. Your eConsult account stays open. The reason stands below; our helpdesk answers your questions.",
} as const satisfies Translation<typeof french>;
