import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { render } from '@/test/render'
import ColourSpecimen from './ColourSpecimen.vue'

it('shows each colour on itself, by a name that the style sheets know', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8')
  const swatches = render(ColourSpecimen).findAll('li')

  expect(swatches.map((swatch) => swatch.text())).toContain('--nila')
  for (const swatch of swatches) {
    expect(tokens).toContain(`${swatch.text()}:`)
    expect(swatch.classes()).toContain(swatch.text().replace('--', 'bg-'))
  }
})
