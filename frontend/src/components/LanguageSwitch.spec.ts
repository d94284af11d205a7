import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { switchLanguage } from '@/i18n'
import { render } from '@/test/render'
import LanguageSwitch from './LanguageSwitch.vue'

afterEach(async () => {
  await switchLanguage('id')
  document.documentElement.removeAttribute('lang')
})

it('shows which language is read, each by its own name', () => {
  const group = render(LanguageSwitch, { language: 'en' })

  expect(group.get('[role=group]').attributes('aria-label')).toBe('Language')
  expect(group.findAll('button').map((choice) => [choice.get('.sr-only').text(), choice.attributes('lang'), choice.attributes('aria-pressed')])).toEqual([
    ['Bahasa Indonesia', 'id', 'false'],
    ['English', 'en', 'true'],
  ])
})

it('turns the page to the other language and remembers it', async () => {
  const group = render(LanguageSwitch)
  await group.findAll('button')[1]!.trigger('click')
  await flushPromises()

  await expect.poll(() => document.documentElement.lang, { timeout: 4000 }).toBe('en')
  expect(localStorage.getItem('setia.language')).toBe('en')
})
