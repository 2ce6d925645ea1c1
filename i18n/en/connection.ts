import type { Translation } from "../mod.ts";
import type { connection as french } from "../fr/connection.ts";

/** The line and the equipment of a call: telephone instead, checks, notifications, what is wrong in the call. */
export const connection = {
  telephoneInstead: "Be telephoned instead",
  telephoneSentence:
    "The doctor will see the number of your account, for this consultation only.",
  telephoneAskedTitle: "{doctor} will telephone you",
  telephoneAskedText: "On {phone}. Keep your telephone near you.",
  byTelephoneTitle: "Your consultation is held by telephone",
  byTelephoneText:
    "{doctor} talks to you on the telephone. You can also write to each other here.",
  telephoneWanted: "{name} asks to be telephoned:",
  telephoneNote: "We are talking by telephone",
  telephoneNoteText:
    "Note it once they have answered: the consultation begins.",
  telephoneWith: "By telephone with {name}",
  backToVideo: "Go on by video",
  heldByTelephone: "This consultation was held by telephone.",
  browserTitle: "This browser cannot make the video call",
  browserText: "Open this page in Chrome, Edge or Safari.",
  browserTelephone: "No other browser? The doctor can telephone you.",
  networkTitle: "Your connection",
  networkStart: "Check my connection",
  networkAgain: "Check once more",
  networkRunning: "Checking the connection, a few seconds…",
  networkGood: "Good connection",
  networkGoodText: "Picture and sound will come through well.",
  networkFair: "Fair connection",
  networkFairText: "The call will work. The picture may freeze at times.",
  networkPoor: "Poor connection",
  networkPoorText: "The call may break off.",
  networkBlocked: "This network blocks the video call",
  networkBlockedText:
    "Some company or hotel networks do so. Try another network, for example that of your mobile phone.",
  networkOffline: "No connection to the internet",
  networkOfflineText:
    "See whether Wi-Fi or mobile data is on and flight mode is off. Otherwise restart your router or try another network, then check again.",
  adviceWindow:
    "Move closer to your router, or to the window with a mobile phone.",
  adviceCable: "A cable is better than Wi-Fi.",
  adviceOthers:
    "Close what downloads or plays videos, on your other devices too.",
  adviceTelephone: "If that is not enough, the doctor can telephone you.",
  networkFacts:
    "Response in {ms} ms, receiving {down} Mbit/s, sending {up} Mbit/s",
  tryEquipment: "Try my equipment",
  tryTitle: "Try your equipment",
  tryText:
    "Less than a minute: camera, microphone, loudspeaker and connection. Nobody else sees or hears you.",
  tryScript: "This check needs JavaScript. Turn it on in your browser.",
  heardQuestion: "Did you hear the sound?",
  heardYes: "Yes, I heard it",
  heardNo: "No",
  heardGood: "Your loudspeaker works.",
  heardAdvice:
    "Turn up the volume or choose another loudspeaker, then test again.",
  headphonesAdvice:
    "Your microphone hears the loudspeaker: with headphones nobody will hear an echo.",
  pushSentence:
    "Closing the page or locking your phone? This device can tell you when the doctor calls.",
  pushTurnOn: "Tell me about the call",
  pushOn:
    "This device will tell you about the call, even when the page is closed.",
  pushRefused: "Your browser does not allow it. Keep this page open.",
  pushCall: "Your doctor is calling.",
  hearNothing:
    "No sound comes from your microphone. See whether a button mutes it, or choose another one in the settings.",
  audioOnlyOffer:
    "The connection is poor. Without pictures the sound will come through better.",
  audioOnlyTurnOn: "Go on without pictures",
  audioOnlyOn: "Without pictures, so that the sound comes through.",
  audioOnlyBack: "Bring back the pictures",
  blur: "Blur my background",
  blurText: "Done on your device, which has more to do then.",
  noise: "Reduce noise around me",
  noiseText: "Done on your device. Turn it off if your voice sounds muffled.",
  effectNews: "{effect}: {state}",
  effectStarting: "one moment…",
  effectSlow: "turned off, your device is too slow for it.",
  effectFailed: "this does not work on this device.",
  telephoneNumber: "{name}’s number:",
  telephoneWithdraw: "I can do video after all",
  telephoneWithdrawText: "The doctor will then no longer see your number.",
  videoAgain: "{doctor} goes on by video",
  mustPress:
    "{name}’s page is open: they must press “Come back into the call” there. Until then camera and microphone stay off.",
  pageClosed: "{name} has closed the page.",
  pageClosedTold:
    "{name} has closed the page. We are telling them {channels}, with the link to come back.",
  nobodyReturns: "If nobody comes back, end the consultation again.",
  channelAnd: "and",
  channelSms: "by SMS",
  channelPush: "by notification",
  channelEmail: "by e-mail",
  pushReopened: "Your doctor is waiting for you again.",
} as const satisfies Translation<typeof french>;
