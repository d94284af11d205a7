import { expect, it } from 'vitest'
import { staffPlaces } from '@/layouts/staffPlaces'
import { render } from '@/test/render'
import IconSpecimen from './IconSpecimen.vue'

it('shows the icon of every place of the back office beside its word', () => {
  const icons = render(IconSpecimen, { language: 'en' }).findAll('li')

  expect(icons).toHaveLength(staffPlaces.length)
  expect(icons.map((icon) => icon.text())).toEqual(expect.arrayContaining(['Members', 'Purchases', 'Settings']))
  for (const icon of icons) {
    expect(icon.text()).not.toMatch(/^$|^staff\./)
    expect(icon.get('svg').attributes('aria-hidden')).toBe('true')
  }
})
