/**
 * Code 128 by ISO/IEC 15417, subsets B and C. Each symbol is six widths of bars and spaces (the stop has seven);
 * runs of digits use subset C, which holds two digits in a symbol.
 */
const widths = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
).split(' ')

const codeC = 99
const codeB = 100
const startB = 104
const startC = 105
const stop = 106

/** Symbol values with start, check symbol and stop. */
export function code128Values(text: string): number[] {
  if (!/^[\x20-\x7e]+$/.test(text)) throw new RangeError('Code 128 subset B holds printable ASCII only')
  const values: number[] = []
  let inC = digitsAt(text, 0) >= (digitsAt(text, 0) === text.length ? 2 : 4)
  values.push(inC ? startC : startB)
  let at = 0
  while (at < text.length) {
    const digits = digitsAt(text, at)
    if (inC && digits >= 2) {
      values.push(Number(text.slice(at, at + 2)))
      at += 2
    } else if (inC) {
      values.push(codeB)
      inC = false
    } else if (digits >= 4 && digits % 2 === 0) {
      values.push(codeC)
      inC = true
    } else {
      values.push(text.charCodeAt(at) - 32)
      at += 1
    }
  }
  const check = values.reduce((sum, value, position) => sum + value * Math.max(position, 1), 0) % 103
  return [...values, check, stop]
}

export interface Bar {
  x: number
  width: number
}

/** Bars in modules, without the quiet zone, and the width of the whole. */
export function code128Bars(text: string): { bars: Bar[]; width: number } {
  const bars: Bar[] = []
  let x = 0
  for (const value of code128Values(text)) {
    ;[...(widths[value] ?? '')].forEach((digit, index) => {
      const width = Number(digit)
      if (index % 2 === 0) bars.push({ x, width })
      x += width
    })
  }
  return { bars, width: x }
}

function digitsAt(text: string, at: number): number {
  return /^\d*/.exec(text.slice(at))?.[0].length ?? 0
}
