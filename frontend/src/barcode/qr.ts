import { encode } from 'uqr'

/** What the QR of a card holds: version, number, and a code that changes (empty where the card is shown to earn). */
export function cardContent(cardNumber: string, code = ''): string {
  return `S1.${cardNumber}.${code}`
}

/** One SVG path for the dark modules, each row's runs drawn as one, and the side in modules. */
export function qrPath(content: string): { path: string; size: number } {
  const { data, size } = encode(content, { ecc: 'M', border: 0 })
  const path = data
    .map((row, y) => row.reduce((drawn, dark, x) => (dark ? `${drawn}M${x} ${y}h1v1h-1z` : drawn), ''))
    .join('')
  return { path, size }
}
