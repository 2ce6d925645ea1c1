import {
  type RTCDtlsTransport,
  RTCPeerConnection,
  type RtcpPacket,
  RTCRtpCodecParameters,
  type RtpPacket,
} from "werift";
import { SCTP_PORT, type Transport } from "./jingle.ts";

/** The types of RTCP that matter to others: sender reports, and feedback about what they send. */
const PASSED = [200, 205, 206];

/** The types of ClientHello and Finished, which end a part of the handshake and are answered as often as they come. */
const ANSWERED = [1, 20];

const codecs = {
  audio: [
    new RTCRtpCodecParameters({
      mimeType: "audio/opus",
      clockRate: 48_000,
      channels: 2,
      payloadType: 111,
    }),
  ],
  video: [
    new RTCRtpCodecParameters({
      mimeType: "video/VP8",
      clockRate: 90_000,
      payloadType: 100,
      rtcpFeedback: [
        { type: "ccm", parameter: "fir" },
        { type: "nack" },
        { type: "nack", parameter: "pli" },
        { type: "goog-remb" },
      ],
    }),
  ],
};

/** What arrives from a participant, to be passed on. */
export interface LegEvents {
  onRtp: (packet: RtpPacket) => void;
  onRtcp: (packet: RtcpPacket) => void;
}

/** The bridge's connection with one participant: one transport for both kinds, whose packets pass unread. */
export class Leg {
  #connection = new RTCPeerConnection({
    codecs,
    bundlePolicy: "max-bundle",
    iceServers: [],
    iceUseIpv6: false,
    // All are on this machine, perhaps without a network.
    iceAdditionalHostAddresses: ["127.0.0.1"],
  });
  #mids: string[] = [];
  /** Candidates that came before the answer. */
  #early: string[] = [];
  #answered = false;

  constructor(readonly events: LegEvents) {}

  /** Opens it, and says where the participant should send to. */
  async open(): Promise<Transport> {
    const connection = this.#connection;
    const candidates: string[] = [];
    connection.onIceCandidate.subscribe((found) => {
      if (found) candidates.push(found.candidate);
    });
    connection.addTransceiver("audio", { direction: "sendrecv" });
    connection.addTransceiver("video", { direction: "sendrecv" });
    // The library opens a channel to the bridge, and negotiates without end while no section carries it. Nobody is
    // told of this one.
    connection.createDataChannel("bridge", { negotiated: true, id: 1_000 });
    await connection.setLocalDescription(await connection.createOffer());
    if (connection.iceGatheringState !== "complete") {
      await connection.iceGatheringStateChange
        .watch((state) => state === "complete");
    }
    const sdp = connection.localDescription?.sdp ?? "";
    const all = (line: RegExp) =>
      [...sdp.matchAll(line)].map(([, value = ""]) => value.trim());
    this.#mids = all(/^a=mid:(.*)$/gm);
    return {
      ufrag: all(/^a=ice-ufrag:(.*)$/gm)[0] ?? "",
      pwd: all(/^a=ice-pwd:(.*)$/gm)[0] ?? "",
      fingerprint: all(/^a=fingerprint:sha-256 (.*)$/gm)[0] ?? "",
      setup: "actpass",
      candidates: [
        ...new Set(
          [...candidates, ...all(/^a=(candidate:.*)$/gm)].map((line) =>
            line.replace(/^candidate:/, "")
          ),
        ),
      ],
    };
  }

  /** The participant's answer: media flows once both have found each other. */
  async answer(transport: Transport): Promise<void> {
    const [audio = "0", video = "1", data = "2"] = this.#mids;
    const sdp = [
      "v=0",
      "o=- 1 1 IN IP4 0.0.0.0",
      "s=-",
      "t=0 0",
      `a=group:BUNDLE ${audio} ${video} ${data}`,
      ...section("audio", audio, 111, "opus/48000/2", transport),
      ...section("video", video, 100, "VP8/90000", transport),
      `m=application 9 UDP/DTLS/SCTP webrtc-datachannel`,
      ...carriedBy(data, transport),
      `a=sctp-port:${SCTP_PORT}`,
      "a=max-message-size:262144",
    ];
    if (this.#transport) hearOnce(this.#transport);
    await this.#connection.setRemoteDescription({
      type: "answer",
      sdp: sdp.map((line) => `${line}\r\n`).join(""),
    });
    this.#transport?.onRtp.subscribe((packet) => {
      // Negotiated with each one by itself: their numbers mean something else to the others.
      packet.header.extension = false;
      packet.header.extensions = [];
      this.events.onRtp(packet);
    });
    this.#transport?.onRtcp.subscribe((packet) => {
      if (PASSED.includes(packet.type)) this.events.onRtcp(packet);
    });
    this.#answered = true;
    const early = this.#early.splice(0);
    await this.found([...transport.candidates, ...early]);
  }

  /** More of the participant's addresses. */
  async found(candidates: readonly string[]): Promise<void> {
    if (!this.#answered) return void this.#early.push(...candidates);
    const sdpMid = this.#mids[0];
    for (const line of candidates) {
      const candidate = `candidate:${line}`;
      await this.#connection
        .addIceCandidate({ candidate, sdpMid, sdpMLineIndex: 0 });
    }
  }

  sendRtp({ payload, header }: RtpPacket): void {
    // A packet that is lost on its way out is one that is lost.
    if (this.#up) this.#transport?.sendRtp(payload, header).catch(() => {});
  }

  sendRtcp(packet: RtcpPacket): void {
    if (this.#up) this.#transport?.sendRtcp([packet]).catch(() => {});
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  get #transport() {
    return this.#connection.dtlsTransports[0];
  }

  get #up(): boolean {
    return this.#transport?.state === "connected";
  }
}

/**
 * A browser that waits sends its part of the handshake again. werift would take the second one for another exchange of
 * keys and go on with other keys than the browser, so each message reaches it once: but for the one that it answers.
 */
function hearOnce(transport: RTCDtlsTransport): void {
  transport.onStateChange.subscribe((state) => {
    if (state !== "connecting") return;
    // It is made right after this is told.
    queueMicrotask(() => {
      const { dtls } = transport;
      if (!dtls) return;
      const handle = dtls.onHandleHandshakes;
      let last = -1;
      dtls.onHandleHandshakes = (messages) => {
        const news = messages.filter(({ msg_type, message_seq }) =>
          message_seq > last ||
          (message_seq === last && ANSWERED.includes(msg_type))
        );
        last = Math.max(last, ...news.map(({ message_seq }) => message_seq));
        return handle(news);
      };
    });
  });
}

function section(
  kind: string,
  mid: string,
  payload: number,
  codec: string,
  transport: Transport,
): string[] {
  return [
    `m=${kind} 9 UDP/TLS/RTP/SAVPF ${payload}`,
    ...carriedBy(mid, transport),
    "a=rtcp-mux",
    "a=sendrecv",
    `a=rtpmap:${payload} ${codec}`,
  ];
}

function carriedBy(
  mid: string,
  { ufrag, pwd, fingerprint, setup }: Transport,
): string[] {
  return [
    "c=IN IP4 0.0.0.0",
    `a=mid:${mid}`,
    `a=ice-ufrag:${ufrag}`,
    `a=ice-pwd:${pwd}`,
    `a=fingerprint:sha-256 ${fingerprint}`,
    `a=setup:${setup}`,
  ];
}
