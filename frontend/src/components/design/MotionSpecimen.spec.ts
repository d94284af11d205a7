import { expect, it, vi } from 'vitest'
import { button } from '@/test/within'
import { render } from '@/test/render'
import MotionSpecimen from './MotionSpecimen.vue'

it('a figure runs up to the new one', async () => {
  const specimen = render(MotionSpecimen)
  expect(specimen.text()).toContain('1.820')

  await button(specimen, 'Tambah 120 poin').trigger('click')
  expect(specimen.text()).not.toContain('1.940')
  await vi.waitFor(() => expect(specimen.text()).toContain('1.940'), 2000)
})

it('it stands at the new one at once for who asks for less motion', async () => {
  vi.spyOn(window, 'matchMedia').mockImplementation((media) => ({ media, matches: true }) as MediaQueryList)
  const specimen = render(MotionSpecimen, { language: 'en' })

  await button(specimen, 'Add 120 points').trigger('click')
  await specimen.vm.$nextTick()
  expect(specimen.text()).toContain('1,940')
})
