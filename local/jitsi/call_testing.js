/** A page's part of a call, with the real lib-jitsi-meet; what happens is noted in `seen`. */
globalThis.seen = [];

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
      if (!track.isLocal()) {
        track.attach(document.querySelector(track.getType()));
      }
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

/** Whether the other one is seen and heard beyond these seconds of media. */
globalThis.plays = (after) => {
  const [video, audio] = ["video", "audio"].map((name) =>
    document.querySelector(name)
  );
  return video.videoWidth > 0 && video.currentTime > after &&
    audio.currentTime > after;
};
