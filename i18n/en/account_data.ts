import type { accountData as french } from "../fr/account_data.ts";
import type { Translation } from "../mod.ts";

export const accountData = {
  exportTitle: "Your data",
  exportText:
    "One ZIP file with everything in your account, for you and for the people you act for: a page to read, the same data for a program (JSON), the documents and the files.",
  exportWarning:
    "It contains health data: do not leave it on a shared computer.",
  exportButton: "Download my data",
  erasureLink: "Ask for the erasure of my account",
  erasureTitle: "Erasure of your account",
  erasureLead:
    "We look at each request and answer you by e-mail. This is what happens if it is accepted.",
  erasureFirstTitle: "First",
  erasureAppointments:
    "Coming appointments are cancelled: yours, and those of the people for whom only you act. If somebody else acts for the patient too, they stand.",
  erasureGoneTitle: "What is erased",
  erasureGoneAccess:
    "Your e-mail address, your mobile number and your password: nobody can sign in to this account any more.",
  erasureGoneAddress:
    "Your postal address, your pharmacy and your laboratory, unless somebody else acts for you too.",
  erasureGoneRest:
    "Your unsent forms, your settings, what you said after a consultation, and the files that you sent during a consultation and that nobody opened.",
  erasureKeptTitle: "What we have to keep",
  erasureKept:
    "Your medical record: who you are, your appointments, the messages between you and your doctors, your documents and the log of who read what. We are obliged to keep it for as long as the law requires for medical records. The doctors who treated you see it as before.",
  erasureOthers:
    "If somebody acts for you, they keep access to your record. The people you act for keep theirs; you will no longer have access to it.",
  erasureBefore:
    "Download your data from your account page: afterwards you no longer can. You can withdraw your request until we have answered; an erasure cannot be undone.",
  erasureConfirm:
    "I have understood: my account will be closed, and I will no longer be able to sign in.",
  erasureConfirmError: "Tick the box to confirm your request.",
  erasureSend: "Ask for erasure",
  erasureOpenTitle: "Erasure asked for",
  erasureOpen:
    "You asked for the erasure of your account on {date}. We will answer you by e-mail. Until then your account works as before.",
  erasureWithdraw: "Withdraw my request",
  erasureSaved: "Your request for erasure is saved. An e-mail confirms it.",
  erasureWithdrawn:
    "Your request for erasure is withdrawn. Your account stays open.",
  archiveTitle: "Your eConsult data",
  archiveMade: "As of {date}. Times are those of Luxembourg.",
  archiveJson: "The same data with every detail, for a program:",
  archiveMissingTitle: "Missing files",
  archiveMissing:
    "These files could not be read. Download your data again later; if they are still missing, call our helpdesk.",
  archiveIsMissing: "missing",
  archiveAppointments: "Appointments",
  archiveMessages: "Messages with {doctor}",
  archiveLog: "Who read or changed this record",
  archiveRead: "read",
  archiveChanged: "changed",
  archiveNotifications: "SMS and e-mails that we sent",
  archiveNothing: "Nothing.",
  archiveYou: "You",
  archiveGuardian: "Another person who acts for this patient",
  archiveAdmin: "An administrator",
  archiveSystem: "eConsult, by itself",
} as const satisfies Translation<typeof french>;
