import type { Translation } from "../mod.ts";
import type { attachments as french } from "../fr/attachments.ts";

export const attachments = {
  attach: "Attach a file",
  photo: "Take a photo",
  drop: "Drop your files here",
  uploading: "sending… {percent}%",
  checking: "checking…",
  cancel: "Stop sending {name}",
  retry: "Send {name} again",
  failed:
    "The file was not sent. It goes on as soon as the connection is back.",
  unopened: "not opened yet",
  opened: "kept in your account",
  sentOpened: "opened",
  heldBack: "being checked",
  refused: "refused: a virus was found in it",
  gone: "not opened during the consultation, no longer available",
  inOtherTab: "opens in another tab",
  toOpen_one: "{count} file to open",
  toOpen_other: "{count} files to open",
  toOpenText:
    "Open them to keep them in your account. What is not opened disappears 5 minutes after the end of the consultation.",
  openAll: "Open and keep all",
  keptTitle: "Files",
  keptText: "They stay in your account, under Messages.",
  endTitle: "Some files are not opened yet",
  endAnyway: "End without opening",
  leaveAnyway: "Leave without opening",
  stay: "Stay in the call",
  theirs_one: "{name} has not opened {count} file yet.",
  theirs_other: "{name} has not opened {count} files yet.",
  fileLabel: "File: {name}",
  formHint:
    "PDF, JPEG, PNG or Word (DOCX), at most 20 MB. Place and time are removed from photos.",
  empty: "The file is empty. Check it, then choose it again.",
  sendingTitle: "Files being sent",
  sendingText: "Keep this page open until everything is sent.",
} satisfies Translation<typeof french>;
