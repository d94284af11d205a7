import { expect, it } from 'vitest'
import { render } from '@/test/render'
import { button } from '@/test/within'
import AddMenu from './AddMenu.vue'

const groups = [{ title: 'Kapan', parts: [{ value: 'hours', text: 'Jam', meaning: 'Hanya pada jam tertentu.' }] }, { title: 'Siapa', parts: [{ value: 'birthday', text: 'Ulang tahun', meaning: 'Di sekitar ulang tahun.' }] }]

it('shows the choices in their groups once it is asked, and closes when one is taken', async () => {
  const menu = render(AddMenu, { props: { label: 'Tambah syarat', groups } })
  const opener = button(menu, 'Tambah syarat')
  const panel = menu.get(`[id="${opener.attributes('aria-controls')}"]`)
  expect([opener.attributes('aria-expanded'), panel.isVisible()]).toEqual(['false', false])
  await opener.trigger('click')
  expect([opener.attributes('aria-expanded'), panel.isVisible()]).toEqual(['true', true])
  expect(panel.findAll('[role=group]').map((group) => [panel.get(`[id="${group.attributes('aria-labelledby')}"]`).text(), group.get('button').text()])).toEqual([['Kapan', 'JamHanya pada jam tertentu.'], ['Siapa', 'Ulang tahunDi sekitar ulang tahun.']])
  await panel.findAll('button')[1]!.trigger('click')
  expect(menu.emitted('add')).toEqual([['birthday']])
  expect(panel.isVisible()).toBe(false)
})
