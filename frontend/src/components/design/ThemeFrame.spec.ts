import { expect, it, onTestFinished } from 'vitest'
import { render } from '@/test/render'
import type { Theme } from './themeTokens'
import ThemeFrame from './ThemeFrame.vue'

it('shows what is in it in the colours of its theme, whatever the system prefers', () => {
  const style = document.createElement('style')
  style.textContent = ':root { --specimen: white } @media (prefers-color-scheme: dark) { :root { --specimen: navy } }'
  document.head.append(style)
  onTestFinished(() => style.remove())
  const frame = (theme: Theme) => render(ThemeFrame, { props: { theme }, slots: { default: '<b>Contoh</b>' } })

  const shown = [frame('light'), frame('dark')]
  expect(shown.map((one) => one.text())).toEqual(['TerangContoh', 'GelapContoh'])
  expect(shown.map(({ element }) => element.style.getPropertyValue('--specimen'))).toEqual(['white', 'navy'])
  expect(shown.map(({ element }) => element.style.getPropertyValue('color-scheme'))).toEqual(['light', 'dark'])
})
