import { expect, it } from 'vitest'
import { themeTokens } from './themeTokens'

it('reads the colours of each theme from the style sheets', () => {
  const style = document.createElement('style')
  style.textContent = ':root { --paper: white; --ink: black; --gap: 4px } .box { --paper: pink } @media (prefers-color-scheme: dark) { :root { --paper: navy; --ink: ivory } }'
  document.head.append(style)
  const sheets = [style.sheet!]
  expect(Object.fromEntries(themeTokens('light', sheets))).toEqual({ '--paper': 'white', '--ink': 'black', '--gap': '4px' })
  expect(Object.fromEntries(themeTokens('dark', sheets))).toEqual({ '--paper': 'navy', '--ink': 'ivory', '--gap': '4px' })
  style.remove()
})
