import { expect, it } from 'vitest'
import { button } from '@/test/within'
import { render } from '@/test/render'
import CriterionMenu from './CriterionMenu.vue'

const listIsShown = (menu: ReturnType<typeof render>) => menu.get('ul').isVisible()

it('offers every criterion with what it means, once it is asked for', async () => {
  const menu = render(CriterionMenu, { props: { groups: true } })
  expect(listIsShown(menu)).toBe(false)
  expect(button(menu, 'Tambah syarat').attributes()).toMatchObject({ 'aria-expanded': 'false', 'aria-controls': menu.get('div[id]').attributes('id') })

  await button(menu, 'Tambah syarat').trigger('click')
  expect(listIsShown(menu)).toBe(true)
  expect(menu.findAll('li')).toHaveLength(10)
  expect(menu.text()).toContain('Poin yang bisa dipakai sekarang.')

  await menu.findAll('li button').find((one) => one.text().startsWith('Saldo poin'))!.trigger('click')
  expect(menu.emitted('add')).toEqual([['balance']])
  expect(listIsShown(menu)).toBe(false)
})

it('adds a group only where one may still be', async () => {
  const menu = render(CriterionMenu, { props: { groups: true } })
  await button(menu, 'Tambah kelompok').trigger('click')

  expect(menu.emitted('add')).toEqual([['any']])
  expect(render(CriterionMenu, { props: { groups: false } }).text()).not.toContain('Tambah kelompok')
})
