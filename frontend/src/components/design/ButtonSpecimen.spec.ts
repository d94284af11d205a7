import { expect, it } from 'vitest'
import { button } from '@/test/within'
import { render } from '@/test/render'
import ButtonSpecimen from './ButtonSpecimen.vue'

it('shows buttons of each weight, one that is busy and one that cannot be pressed', () => {
  const specimen = render(ButtonSpecimen)

  expect(button(specimen, 'Utama').classes()).toEqual(['button'])
  expect(button(specimen, 'Kedua').classes()).toContain('button-plain')
  expect(button(specimen, 'Tenang').classes()).toContain('button-quiet')
  expect(button(specimen, 'Menyimpan').attributes('aria-busy')).toBe('true')
  expect(button(specimen, 'Tidak tersedia').attributes('disabled')).toBeDefined()
  expect(specimen.get('a').text()).toBe('Tautan')
})
