import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { keptHome, showKeptHome } from '@/keptHome'
import { clear, render } from '@/test/render'
import { endKeptHome, forgetKeptHome, useKeptHome } from './useKeptHome'

const build = '/assets/shell-1.js'

/** The page as the server sends it, with a home in it. */
function page(inside: string) {
  document.head.innerHTML = `<script type="text/plain" data-app="${build}"></script>`
  document.body.innerHTML = `<div id="app">${inside}</div>`
}

function home(waiting = ref(false), shown = ref<{ member: string; parts: unknown[] } | undefined>({ member: 'mem_budi', parts: [] })) {
  render(defineComponent(() => {
    useKeptHome(() => waiting.value, () => shown.value)
    return () => h('p')
  }))
  return { waiting, shown }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))

afterEach(() => {
  clear()
  vi.useRealTimers()
  localStorage.clear()
  document.head.innerHTML = document.body.innerHTML = ''
  document.documentElement.removeAttribute('style')
})

describe('the home last seen', () => {
  it('is shown again to whose it is', () => {
    page('<main><h1>Budi</h1><a href="/card">Kartu</a><i style="width: 40%"></i><dialog>…</dialog></main>')
    document.documentElement.style.setProperty('--brand-light', '#2b3591')
    home()
    vi.advanceTimersByTime(1_000)
    document.documentElement.removeAttribute('style')
    page('')

    showKeptHome(keptHome('mem_budi', build)!)

    const kept = document.getElementById('kept')!
    expect(kept.querySelector('h1')!.textContent).toBe('Budi')
    expect(kept.querySelector('a')!.getAttribute('tabindex')).toBe('-1')
    expect(kept.querySelector('i')!.style.width).toBe('40%')
    expect(kept.querySelector('dialog')).toBeNull()
    expect(kept.getAttribute('aria-hidden')).toBe('true')
    expect(document.documentElement.style.getPropertyValue('--brand-light')).toBe('#2b3591')
    expect(document.getElementById('app')!.hidden).toBe(true)
  })

  it('is not shown to another, by another build, in another language or once it is forgotten', () => {
    page('<h1>Budi</h1>')
    home()
    vi.advanceTimersByTime(1_000)
    expect(keptHome('mem_budi', build)).toBeDefined()
    expect(keptHome('mem_sari', build)).toBeUndefined()
    expect(keptHome(undefined, build)).toBeUndefined()
    expect(keptHome('mem_budi', '/assets/shell-2.js')).toBeUndefined()
    vi.setSystemTime(Date.now() + 31 * 86_400_000)
    expect(keptHome('mem_budi', build)).toBeUndefined()
    vi.setSystemTime(Date.now() - 31 * 86_400_000)
    localStorage.setItem('setia.language', 'en')
    expect(keptHome('mem_budi', build)).toBeUndefined()
    localStorage.removeItem('setia.language')
    forgetKeptHome()
    expect(keptHome('mem_budi', build)).toBeUndefined()
  })

  it('gives way to the app when that has something to show', async () => {
    page('')
    showKeptHome({ member: 'mem_budi', build, at: Date.now(), language: 'id', brand: {}, html: '<h1>Budi</h1>' })
    const { waiting } = home(ref(true))
    await flushPromises()
    expect(document.getElementById('kept')).not.toBeNull()
    waiting.value = false
    await flushPromises()
    expect(document.getElementById('kept')).toBeNull()
    expect(document.getElementById('app')!.hidden).toBe(false)
  })

  it('gives way by itself when the app never comes', () => {
    page('')
    showKeptHome({ member: 'mem_budi', build, at: Date.now(), language: 'id', brand: {}, html: '<h1>Budi</h1>' })
    vi.advanceTimersByTime(15_000)
    expect(document.getElementById('kept')).toBeNull()
    expect(document.getElementById('app')!.hidden).toBe(false)
  })

  it('is not kept while it waits for something, nor twice in a moment', async () => {
    page('<div class="skeleton"></div>')
    const { shown } = home()
    vi.advanceTimersByTime(1_000)
    expect(localStorage.getItem('setia.home')).toBeNull()
    document.querySelector('#app .skeleton')!.remove()
    vi.advanceTimersByTime(1_000)
    expect(localStorage.getItem('setia.home')).not.toBeNull()
    localStorage.clear()
    document.getElementById('app')!.innerHTML = '<h1>Budi</h1>'
    shown.value = { member: 'mem_budi', parts: [1] }
    await flushPromises()
    vi.advanceTimersByTime(900)
    shown.value = { member: 'mem_budi', parts: [2] }
    await flushPromises()
    vi.advanceTimersByTime(900)
    expect(localStorage.getItem('setia.home')).toBeNull()
    vi.advanceTimersByTime(100)
    expect(localStorage.getItem('setia.home')).toContain('Budi')
  })

  it('leaves the app as it is where nothing was kept', () => {
    page('<h1>Budi</h1>')
    localStorage.setItem('setia.home', 'no json')
    expect(keptHome('mem_budi', build)).toBeUndefined()
    endKeptHome()
    expect(document.getElementById('app')!.hidden).toBe(false)
  })
})
