import { expect, it } from 'vitest'
import { render } from '@/test/render'
import DemoLogins from './DemoLogins.vue'

const logins = [
  { kind: 'member', email: 'sari@demo.setia.example', password: 'kopi-susu', name: 'Sari' },
  { kind: 'staff', email: 'rina@demo.setia.example', password: 'teh-tarik', name: 'Rina' },
]

it('offers only those who can sign in here, and hands over the chosen one', async () => {
  const box = render(DemoLogins, { props: { logins, kind: 'staff' } })
  expect(box.get('h2').text()).toBe('Akun demo')
  expect(box.text()).toContain('(staf)')
  expect(box.text()).toContain('rina@demo.setia.example · teh-tarik')
  expect(box.text()).not.toContain('Sari')

  const use = box.get('button')
  expect(use.text()).toBe('Pakai akun ini: Rina')
  await use.trigger('click')
  expect(box.emitted('choose')).toEqual([[logins[1]]])
})

it('leads each to their own entrance where nobody signs in yet', () => {
  const links = render(DemoLogins, { props: { logins }, language: 'en' }).findAll('a')
  expect(links.map((link) => [link.text(), link.attributes('href')])).toEqual([
    ['Sign in: Sari', '/sign-in'],
    ['Sign in: Rina', '/staff-sign-in'],
  ])
})

it('is not there where there are none', () => {
  expect(render(DemoLogins, { props: { logins: [logins[0]!], kind: 'staff' } }).find('section').exists()).toBe(false)
})
