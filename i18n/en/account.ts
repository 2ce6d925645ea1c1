import type { account as french } from "../fr/account.ts";
import type { Translation } from "../mod.ts";

export const account = {
  signInPageTitle: "Sign in",
  signInIntro: "With the account that you have activated.",
  identifier: "E-mail or matricule",
  password: "Password",
  passwordForgotten: "Forgotten your password?",
  thenCode: "We will then send you a code by SMS.",
  activationLost: "No activation e-mail received?",
  signedOut: "You are signed out.",
  endedByCodes:
    "Five wrong codes: for your security, the sign-in was stopped. Sign in again.",
  signInAgain: "Your sign-in has expired. Sign in again.",

  signUpIntro: "First visit? Have your matricule and your mobile phone ready.",
  identityLegend: "Who you are",
  contactLegend: "How we reach you",
  addressLegend: "Your address",
  matricule: "Matricule",
  matriculeHint: "Your 13-digit social security number.",
  firstName: "First name",
  firstNameHint: "Only one name? Leave this empty.",
  lastName: "Last name",
  email: "E-mail address",
  emailHint: "To activate your account and receive appointment confirmations.",
  phone: "Mobile phone",
  phoneHint:
    "We send a code to it at every sign-in. Numbers from abroad begin with + and the country code.",
  addressHint: "So that the laboratory can find your address.",
  dependantsTitle: "You act for",
  dependantsText:
    "You book for these people and see their appointments, messages and documents. Our helpdesk adds or removes a person.",
  bornOn: "Born on {date}",
  pharmacy: "Pharmacy",
  laboratory: "Laboratory",
  relationParent: "You are a parent",
  relationChild: "You are the child",
  relationPartner: "You are the partner",
  relationGuardian: "You are the guardian",
  relationTrustedPerson: "You are a person of trust",
  street: "Number and street",
  postalCode: "Postal code",
  city: "Town",
  country: "Country",
  privacyNote:
    "We use these details for your teleconsultations only. Read more:",
  and: "and",
  terms: "Terms of use",

  identifierMissing: "Enter your e-mail address or your matricule.",
  passwordMissing: "Enter your password.",
  wrongCredentials:
    "The e-mail address, the matricule or the password is not right. Check them and try again.",
  deactivated:
    "This account is deactivated. Contact our helpdesk to have it opened again.",
  tooManyAttempts: "Too many attempts. Wait fifteen minutes, then try again.",
  tooManySignUps: "Too many sign-ups. Wait an hour, then try again.",
  smsFailed:
    "The SMS could not be sent. Everything you entered is still here: try again in a moment.",
  unavailable:
    "One of our services is not answering. Everything you entered is still here: try again in a moment.",

  matriculeMissing: "Enter your matricule.",
  matriculeLength:
    "The matricule has 13 digits. Count the digits on your social security card.",
  matriculeDate:
    "The first 8 digits of the matricule are your date of birth (year, month, day). This date does not exist: check it.",
  matriculeFuture:
    "The first 8 digits of the matricule are your date of birth. This date is in the future: check it.",
  matriculeLuhn:
    "There is a mistake in this matricule: the second-to-last digit does not match the others. Copy the 13 digits from your card.",
  matriculeVerhoeff:
    "There is a mistake in this matricule: the last digit does not match the others. Copy the 13 digits from your card.",
  lastNameMissing: "Enter your last name.",
  nameWrong:
    "A name is no address: use neither “/” nor “@” nor “:”, and leave a space after a full stop.",
  emailMissing: "Enter your e-mail address.",
  emailWrong:
    "This e-mail address is not complete. It looks like name@example.lu.",
  emailAccents:
    "We cannot write to an address with accented letters before the @. Enter another address.",
  phoneMissing: "Enter your mobile number.",
  phoneWrong:
    "This phone number does not exist. Check it; numbers from abroad begin with + and the country code.",
  phoneNotMobile:
    "This is not a mobile number. Enter a number that can receive SMS.",
  streetMissing: "Enter the number and street.",
  postalCodeMissing: "Enter the postal code.",
  cityMissing: "Enter the town.",
  countryMissing: "Choose a country from the list.",
  tooLong: "This is too long. Please shorten it.",

  codeSms:
    "eConsult: your code is {code}. It is valid for 10 minutes. Do not share it with anyone.",
  codeTitle: "Confirm it is you",
  codeSentTo: "We have sent a code by SMS to {phone}.",
  codeNotSentYet:
    "The code has not been sent yet. Ask for it with the button below.",
  codeLabel: "Code from the SMS",
  codeHint: "6 digits",
  codeFormat: "The code has 6 digits. Check the SMS.",
  codeWrongOne: "This code is not right. You have {n} try left.",
  codeWrongOther: "This code is not right. You have {n} tries left.",
  codeExpired: "This code has expired. Ask for a new code.",
  codeMoved:
    "Your internet connection has changed since the code was sent. Ask for a new code.",
  codeSmsFailed: "The SMS could not be sent. Ask for a new code in a moment.",
  codeTooSoon:
    "A code has just been sent. Wait 30 seconds before you ask for another one.",
  codeSentAgain: "A new code has been sent. The old one is no longer valid.",
  resend: "Send the code again",
  resendIn: "You can ask again in {seconds} s",
  resendNow: "You can now ask for a new code.",
  codeHelp: "No SMS? Check that your phone has a signal.",
  wrongNumber: "Not your number? Close this window and correct the number.",
  numberLost:
    "You no longer have this number? Our helpdesk registers another one.",
  signUpOver:
    "Five wrong codes: this sign-up has ended. Send the form again to get a new code.",
  signUpLost: "This sign-up has expired. Fill in the form again.",

  createdTitle: "Your account has been created",
  createdText:
    "One step is left: activate it with the link that we have sent to {email}.",
  createdNext:
    "The link is valid for 24 hours. If no e-mail has come within a few minutes, look in your spam folder.",
  newLink: "Get a new link",
  toSignIn: "Go to sign-in",
  stepForm: "Your details",
  stepCode: "SMS code",
  stepActivation: "Activation",

  accountReady: "Your account is ready",
  accountReadyNext:
    "To open it, enter the code from the SMS; then you can choose a doctor.",
  accountReadyBooking:
    "To open it, enter the code from the SMS; then you go on with your booking.",
  activationTitle: "Activate your account",
  activationText: "Choose a password for your account.",
  newPassword: "New password",
  repeatPassword: "Repeat the password",
  passwordRange: "The password must have between {min} and {max} characters.",
  passwordAdvice:
    "A few words in a row are easy to remember and hard to guess. Remember it: you need it at every sign-in.",
  validate: "Confirm",
  strength: "Strength of the password",
  strengthWeak: "weak",
  strengthFair: "fair",
  strengthGood: "good",
  strengthStrong: "very good",
  newPasswordMissing: "Choose a password.",
  passwordShort: "This password is too short: at least {min} characters.",
  passwordLong:
    "This password is too long: at most {max} characters; letters with accents count twice.",
  passwordsDiffer: "The two passwords are not the same. Enter them again.",
  passwordKnown: "This password is too easy to guess. Choose another one.",
  passwordSame: "This is already your password. Choose another one.",

  activationFor: "Account of {name}, mobile phone {phone}.",
  refusalTitle: "This was not you?",
  refusalText:
    "Somebody signed up as {name} with your e-mail address. Cancel this sign-up: the link in the e-mail will then be of no use.",
  refusalConfirm: "Cancel this sign-up",
  refusedTitle: "The sign-up is cancelled",
  refusedText:
    "Nobody can use it any more. There is nothing else for you to do.",
  notMe: "This was not me",
  cookiesBlocked:
    "Your browser refuses cookies. Without them nobody can sign in: allow them for this site, then try again. Nothing has been sent yet.",
  smsCeiling:
    "We cannot send any more SMS to this country today. Try again tomorrow, or call our helpdesk.",
  smsStopped:
    "This phone has refused our SMS (answer STOP). Send START to the same number, or call our helpdesk.",
  smsRegion:
    "We cannot send SMS to this country. Enter another number, or call our helpdesk.",
  smsBlocked:
    "The network of this number refuses our SMS. Enter another number, or call our helpdesk.",
  smsNumberRefused:
    "Your number does not receive SMS. Trying again will not change that: call our helpdesk, who will register another number.",
  emailCameBack:
    "The e-mail to {email} could not be delivered. Check the address and sign up again, or call our helpdesk.",

  staleTitle: "This link is no longer valid",
  staleText:
    "A link works once and expires after 24 hours. If you have already chosen your password, sign in. Otherwise ask for a new link.",
  linkTitle: "Get a new activation link",
  linkText: "Enter the e-mail address with which you signed up.",
  linkSend: "Send the link",
  linkSentTitle: "Check your e-mail",
  linkSentText:
    "If there is an account for {email}, an e-mail is on its way. It arrives within a few minutes; look in your spam folder as well.",

  forgottenTitle: "Forgotten password",
  forgottenText:
    "Enter the e-mail address of your account. We will send you a link to choose a new password.",
  resetTitle: "Choose a new password",
  resetText:
    "To be sure that it is you, we first send a code by SMS to your registered number.",
  resetSend: "Send the code",
  passwordSaved: "Your new password is saved.",
  otherSessionsEnded: "Your other devices have been signed out.",

  signOutTitle: "Sign out?",
  signOutText: "You are signed in as {name}.",
  profileText: "Your details, your language and where you are signed in.",
  identityTitle: "Who you are",
  identityText: "To correct anything else, contact our helpdesk.",
  emailChange: "Change e-mail address",
  phoneChange: "Change mobile number",
  emailNow: "Your address now: {email}.",
  phoneNow: "Your number now: {phone}.",
  emailNew: "New e-mail address",
  phoneNew: "New mobile number",
  emailChangeText:
    "We send a link to the new address. Nothing changes before you have confirmed it. Then all your devices are signed out, this one too, and you sign in with the new address.",
  phoneChangeText:
    "We send a code by SMS to the new number. Nothing changes before you have entered it. Then all your devices are signed out, this one too, and you sign in with a code sent to the new number.",
  passwordAgain: "The one of your account, so that we know it is you.",
  passwordWrong: "This password is not right. Check it and try again.",
  emailSame: "This is your address already. Enter another one.",
  phoneSame: "This is your number already. Enter another one.",
  tooManyChanges: "Too many requests. Wait one hour, then try again.",
  emailChangeSent:
    "We have written to {email}. Open that e-mail and confirm the address within 24 hours; until then nothing changes. Look in your spam folder as well.",
  phoneChangeOver:
    "This change has ended, after five wrong codes or an hour of waiting. Your number is the same as before. Send the form again to get a new code.",
  phoneChanged:
    "Your new number is saved and all your devices have been signed out. Sign in again: the code comes to the new number.",
  emailChanged:
    "Your new e-mail address is saved and all your devices have been signed out. Sign in again, with the new address.",
  emailConfirmTitle: "Confirm your e-mail address",
  emailConfirmText:
    "{email} becomes the address of your account. All your devices are signed out, and you sign in with this address.",
  emailConfirmNotYou:
    "You did not ask for anything? Close this page: nothing changes.",
  emailConfirm: "Confirm this address",
  emailConfirmedTitle: "Your e-mail address is changed",
  emailConfirmedText:
    "{email} is now the address of your account. All your devices have been signed out.",
  emailLinkStale:
    "A link expires after 24 hours, and a newer request replaces it. Your address is the same as before: ask for a new link in your account.",
  emailWaitingTitle: "Change of address waiting",
  emailWaiting:
    "{email} waits for your confirmation. Open the link in the e-mail before {day}, {time}; until then nothing changes.",
  emailResend: "Send the e-mail again",
  emailWithdraw: "Withdraw the change",
  emailSentAgain:
    "We have sent the e-mail again. Look in your spam folder, too.",
  emailWithdrawn:
    "The change of address is withdrawn. The link in the e-mail opens nothing any more.",
  emailNotAsked:
    "You did not ask for this? Withdraw the change and choose a new password.",
  addressTitle: "Address",
  addressSaved: "Your address is saved.",
  languageTitle: "Language",
  languageText: "The language of pages, SMS and e-mails.",
  languageSaved: "Your language is saved.",
  sessionsTitle: "Signed-in devices",
  sessionsText:
    "Lost your phone, or used a shared computer? Sign out all your devices, this one included.",
  signOutEverywhere: "Sign out everywhere",
  name: "Name",
} as const satisfies Translation<typeof french>;
