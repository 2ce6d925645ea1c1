import type { Deployment } from "./deployment.ts";
import type { Session, Wire } from "./session.ts";
import { result } from "./stanza.ts";
import { type Claims, TokenError, verifyToken } from "./token.ts";
import { child, el, type Element, parse, serialize } from "./xml.ts";

const FRAMING = "urn:ietf:params:xml:ns:xmpp-framing";
const SASL = "urn:ietf:params:xml:ns:xmpp-sasl";
const BIND = "urn:ietf:params:xml:ns:xmpp-bind";
const SM = "urn:xmpp:sm:3";
const MAX_FRAME = 256 * 1024;
const BURST_SECONDS = 10;

/**
 * One WebSocket's XMPP stream (RFC 7395): open, SASL, open, bind or resume, then stanzas.
 * Whatever breaks a rule ends the stream with an error that names it.
 */
export class Stream {
  #claims: Claims | undefined;
  #session: Session | undefined;
  #spent = 0;
  #since = Date.now();
  #queue = Promise.resolve();

  constructor(
    private deployment: Deployment,
    private wire: Wire,
    private token: string | null,
  ) {}

  /** Takes one frame; frames are handled one after another. */
  receive(frame: unknown): void {
    if (this.#tooMany()) {
      return this.#fail("policy-violation", "too many frames");
    }
    if (typeof frame !== "string" || frame.length > MAX_FRAME) {
      return this.#fail("policy-violation", "frame too large");
    }
    let element: Element;
    try {
      element = parse(frame);
    } catch {
      return this.#fail("not-well-formed");
    }
    this.#queue = this.#queue.then(() => this.#handle(element)).catch(
      (error) => {
        console.error(`jitsi: ${error}`);
        this.#fail("internal-server-error");
      },
    );
  }

  /** The socket closed without a `<close/>`. */
  lost(): void {
    this.#session?.lost(this.wire, this.deployment.config.resumeSeconds);
  }

  async #handle(frame: Element): Promise<void> {
    if (frame.ns === FRAMING && frame.name === "open") return this.#open();
    if (frame.ns === FRAMING && frame.name === "close") return this.#close();
    if (!this.#claims) {
      if (frame.ns === SASL && frame.name === "auth") {
        return await this.#authenticate(frame);
      }
      return this.#fail("not-authorized");
    }
    if (frame.ns === SM) return this.#manage(frame, this.#claims);
    if (
      frame.ns !== "jabber:client" ||
      !/^(iq|message|presence)$/.test(frame.name)
    ) {
      return this.#fail("unsupported-stanza-type");
    }
    if (!this.#session) return this.#bind(frame, this.#claims);
    this.#session.received();
    await this.deployment.route(this.#session, frame);
  }

  #open() {
    const from = this.deployment.config.domain;
    const id = crypto.randomUUID();
    this.#send(
      el("open", {
        xmlns: FRAMING,
        from,
        id,
        version: "1.0",
        "xml:lang": "en",
      }),
    );
    const offered = this.#claims
      ? [
        el("bind", { xmlns: BIND }),
        el(
          "session",
          { xmlns: "urn:ietf:params:xml:ns:xmpp-session" },
          el("optional"),
        ),
        el("sm", { xmlns: SM }),
      ]
      : [el("mechanisms", { xmlns: SASL }, el("mechanism", {}, "ANONYMOUS"))];
    const xmlns = {
      xmlns: "jabber:client",
      "xmlns:stream": "http://etherx.jabber.org/streams",
    };
    this.#send(el("stream:features", xmlns, ...offered));
  }

  async #authenticate(frame: Element) {
    if (frame.attrs.mechanism !== "ANONYMOUS") {
      return this.#refuse("invalid-mechanism");
    }
    try {
      this.#claims = await verifyToken(this.token, this.deployment.config);
      this.#send(el("success", { xmlns: SASL }));
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      this.#refuse("not-allowed", error.message);
    }
  }

  #bind(frame: Element, claims: Claims) {
    const asked = child(frame, "bind", BIND);
    if (frame.name !== "iq" || frame.attrs.type !== "set" || !asked) {
      return this.#fail("not-authorized");
    }
    this.#session = this.deployment.bind(
      claims,
      crypto.randomUUID().slice(0, 8),
      this.wire,
    );
    this.#session.send(
      result(
        frame,
        el("bind", { xmlns: BIND }, el("jid", {}, this.#session.jid)),
      ),
    );
  }

  #manage(frame: Element, claims: Claims) {
    const { resumeSeconds } = this.deployment.config;
    if (this.#session) {
      if (!this.#session.manage(frame, resumeSeconds)) {
        this.#fail("undefined-condition", "stream management");
      }
      return;
    }
    const session = this.deployment.resumable(frame.attrs.previd, claims);
    if (frame.name === "resume" && session?.resume(this.wire, frame.attrs.h)) {
      session.claims = claims;
      this.#session = session;
      return;
    }
    const condition = el("item-not-found", {
      xmlns: "urn:ietf:params:xml:ns:xmpp-stanzas",
    });
    this.#send(el("failed", { xmlns: SM }, condition));
  }

  #close() {
    this.#send(el("close", { xmlns: FRAMING }));
    this.#session?.end();
    this.wire.close();
  }

  #refuse(condition: string, text?: string) {
    this.#send(
      el(
        "failure",
        { xmlns: SASL },
        el(condition),
        ...text ? [el("text", {}, text)] : [],
      ),
    );
  }

  #fail(condition: string, text?: string) {
    const xmlns = "urn:ietf:params:xml:ns:xmpp-streams";
    const reason = text ? [el("text", { xmlns }, text)] : [];
    const attrs = { "xmlns:stream": "http://etherx.jabber.org/streams" };
    this.#send(el("stream:error", attrs, el(condition, { xmlns }), ...reason));
    this.#close();
  }

  #send(element: Element) {
    this.wire.send(serialize(element));
  }

  /** A bucket of ten seconds' frames that empties at the allowed rate. */
  #tooMany(): boolean {
    const rate = this.deployment.config.framesPerSecond;
    const now = Date.now();
    this.#spent = Math.max(0, this.#spent - (now - this.#since) / 1000 * rate) +
      1;
    this.#since = now;
    return this.#spent > rate * BURST_SECONDS;
  }
}
