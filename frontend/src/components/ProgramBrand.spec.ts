import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { ProgramResponse } from '@/api/types'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import ProgramBrand from './ProgramBrand.vue'

async function brand(logo?: ProgramResponse['logo']) {
  serve({ 'GET /program': { body: { ...program, logo } } })
  const shown = render(ProgramBrand, { props: { name: 'Kopi Senja', to: { name: 'home' } } })
  await flushPromises()
  return shown
}

it('shows the program’s own logo beside its name, and leads on', async () => {
  const own = await brand({ url: '/logo.png', width: 300, height: 100 })
  expect(own.get('img').attributes()).toMatchObject({ src: '/logo.png', width: '300', height: '100', alt: '' })
  expect(own.find('svg').exists()).toBe(false)
  expect(own.get('a').attributes('href')).toBe('/home')
  expect(own.text()).toBe('Kopi Senja')
})

it('shows the mark where it has none', async () => {
  const plain = await brand()
  expect(plain.find('img').exists()).toBe(false)
  expect(plain.find('svg').exists()).toBe(true)
})

it('keeps its place empty until it is known whose it is', async () => {
  serve({ 'GET /program': { body: program } })
  const shown = render(ProgramBrand, { props: { name: 'Setia', to: { name: 'home' } } })
  expect(shown.findAll('.opacity-0').map((part) => part.element.tagName)).toEqual(['svg', 'SPAN'])
  await flushPromises()
  expect(shown.find('.opacity-0').exists()).toBe(false)
})

it('is shown as the system’s own where the programme cannot be read', async () => {
  serve({ 'GET /program': { status: 500, body: { code: 'internal_error', title: 'Error' } } })
  const shown = render(ProgramBrand, { props: { name: 'Setia', to: { name: 'home' } } })
  await flushPromises()
  expect(shown.find('.opacity-0').exists()).toBe(false)
})
