/** Codes that change with time, by RFC 6238 with HMAC-SHA-1. */

/** The bytes of base 32 (RFC 4648) without padding. */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8))
  let held = 0
  let bits = 0
  let next = 0
  for (const letter of text.toUpperCase()) {
    held = (held << 5) | alphabet.indexOf(letter)
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes[next++] = (held >>> bits) & 0xff
    }
  }
  return bytes
}

/** A key that can make codes and no more: it cannot be read again, not by this page either. */
export function codeKey(seed: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', seed, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign'])
}

/** The code of a step: how many spans of seconds have passed since 1970. */
export async function codeOf(key: CryptoKey, step: number, digits: number): Promise<string> {
  const counter = new DataView(new ArrayBuffer(8))
  counter.setBigUint64(0, BigInt(step))
  const hash = new DataView(await crypto.subtle.sign('HMAC', key, counter.buffer))
  const offset = hash.getUint8(19) & 0xf
  return String((hash.getUint32(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}
