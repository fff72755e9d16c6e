/**
 * A short name for some bytes, which tells one file from another; no protection against somebody who wants two to have the
 * same. Two multiplicative hashes of 32 bits (FNV-1a, and the same with another prime and seed).
 */
export class Digest {
  #a = 0x811c9dc5;
  #b = 0x9e3779b9;

  static of(...parts: readonly Uint8Array[]): string {
    const digest = new Digest();
    for (const bytes of parts) digest.add(bytes);
    return digest.text();
  }

  add(bytes: Uint8Array): void {
    let [a, b] = [this.#a, this.#b];
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i]!;
      a = Math.imul(a ^ byte, 0x01000193);
      b = Math.imul(b ^ byte, 0x85ebca6b);
    }
    this.#a = a;
    this.#b = b ^ (b >>> 15);
  }

  /** 16 hexadecimal digits. */
  text(): string {
    return [this.#a, this.#b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
  }
}
