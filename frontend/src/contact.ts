/** One field for both: what has an @ is an e-mail address, anything else a phone number. */
export function isEmail(text: string): boolean {
  return text.includes('@')
}

const address = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/

/** Roughly; the server has the last word. */
export function looksReachable(text: string, phones: boolean): boolean {
  const typed = text.trim()
  if (isEmail(typed)) return address.test(typed)
  return phones && /^[+(]?[\d０-９\s().+‐-―-]+$/.test(typed) && typed.replace(/\D/g, '').length >= 8
}

/** An Indonesian number as its country writes it abroad, for what takes no other form. */
export function international(text: string): string {
  const digits = text.replace(/\D/g, '')
  if (text.trim().startsWith('+')) return `+${digits}`
  return digits.startsWith('62') ? `+${digits}` : `+62${digits.replace(/^0+/, '')}`
}
