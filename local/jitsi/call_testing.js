/** A page's part of a call, with the real lib-jitsi-meet; what happens is noted in `seen`. */
globalThis.seen = [];
/** Each track of the others, and where it plays. */
const elements = new Map();

globalThis.enter = (url, token, room) => {
  const Jitsi = globalThis.JitsiMeetJS;
  const { connection: on, conference: happens } = Jitsi.events;
  const note = (name) => (...details) =>
    seen.push([name, ...details.map(String)].join(" "));
  Jitsi.setLogLevel("error");
  Jitsi.init({ disableThirdPartyRequests: true });
  const options = {
    hosts: {
      domain: "meet.jitsi",
      muc: "muc.meet.jitsi",
      focus: "focus.meet.jitsi",
    },
    serviceUrl: `${url.replace("http", "ws")}/xmpp-websocket?room=${room}`,
    p2p: { enabled: true, stunServers: [], preferredCodec: "VP8" },
    analytics: { disabled: true },
  };
  const connection = new Jitsi.JitsiConnection(null, token, options);
  connection.addEventListener(on.CONNECTION_FAILED, note("connection failed"));
  connection.addEventListener(on.CONNECTION_ESTABLISHED, async () => {
    note("connected")();
    if (globalThis.conference) return; // resumed
    globalThis.conference = connection.initJitsiConference(room, options);
    conference.on(happens.CONFERENCE_JOINED, note("joined"));
    conference.on(happens.CONFERENCE_FAILED, note("conference failed"));
    conference.on(happens.USER_LEFT, note("left"));
    conference.on(happens.MESSAGE_RECEIVED, (_, text) => note("message")(text));
    conference.on(happens.TRACK_ADDED, (track) => {
      if (track.isLocal()) return;
      const element = document.createElement(track.getType());
      element.autoplay = true;
      track.attach(element);
      elements.set(track, element);
    });
    conference.on(happens.TRACK_REMOVED, (track) => {
      elements.delete(track);
    });
    for (
      const track of await Jitsi.createLocalTracks({
        devices: ["audio", "video"],
      })
    ) {
      await conference.addTrack(track);
    }
    conference.join();
  });
  connection.connect();
};

/** Whether so many others are seen and heard, each beyond these seconds of media. */
globalThis.plays = (after, others = 1) => {
  const playing = (Element) =>
    [...elements.values()].filter((element) =>
      element instanceof Element && element.currentTime > after &&
      element.videoWidth !== 0
    ).length;
  return playing(HTMLVideoElement) === others &&
    playing(HTMLAudioElement) === others;
};

/** How many seconds of pictures came from others, the least of them. */
globalThis.seconds = () =>
  Math.min(...[...elements.values()].map((element) => element.currentTime));
