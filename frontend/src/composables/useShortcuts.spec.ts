import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { useShortcuts, useSingleKeys } from './useShortcuts'

function listening() {
  const heard = { palette: vi.fn(), help: vi.fn(), search: vi.fn(), go: vi.fn() }
  const page = mount(defineComponent({ setup: () => (useShortcuts(heard), () => h('div', [h('input'), h('button')])) }), { attachTo: document.body })
  const press = (key: string, init: KeyboardEventInit = {}, on: Element = page.get('button').element) => on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }))
  return { heard, press, page }
}

describe('the keys of the back office', () => {
  afterEach(() => useSingleKeys().allow(true))

  it('open the palette from anywhere, even while typing', () => {
    const { heard, press, page } = listening()
    press('k', { ctrlKey: true }, page.get('input').element)
    press('k', { metaKey: true })
    expect(heard.palette).toHaveBeenCalledTimes(2)
    page.unmount()
  })

  it('go to a place by g and its letter, unless somebody types', () => {
    const { heard, press, page } = listening()
    press('g')
    press('r')
    expect(heard.go).toHaveBeenCalledWith('r')
    press('r')
    press('g', {}, page.get('input').element)
    press('t', {}, page.get('input').element)
    press('?', {}, page.get('input').element)
    expect(heard.go).toHaveBeenCalledOnce()
    expect(heard.help).not.toHaveBeenCalled()
    page.unmount()
  })

  it('find and explain, and are silent under an open sheet or when turned off', () => {
    const { heard, press, page } = listening()
    press('/')
    press('?')
    const sheet = document.createElement('dialog')
    sheet.setAttribute('open', '')
    document.body.append(sheet)
    press('?')
    sheet.remove()
    useSingleKeys().allow(false)
    press('/')
    expect(heard.search).toHaveBeenCalledOnce()
    expect(heard.help).toHaveBeenCalledOnce()
    expect(localStorage.getItem('setia.single-keys')).toBe('off')
    page.unmount()
  })
})
