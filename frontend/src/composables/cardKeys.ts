/** The key a card makes its codes with, kept on this phone so that the card works without a connection. */
export interface CardKey {
  number: string
  key: CryptoKey
  stepSeconds: number
  digits: number
  /** How much the clock of the server was ahead of this phone's, in milliseconds. */
  ahead: number
}

const databaseName = 'setia'
const storeName = 'card-keys'

function inStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(databaseName, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(storeName, { keyPath: 'number' })
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const database = opening.result
      const transaction = database.transaction(storeName, mode)
      const request = act(transaction.objectStore(storeName))
      transaction.oncomplete = () => {
        database.close()
        resolve(request.result)
      }
      transaction.onabort = () => {
        database.close()
        reject(transaction.error)
      }
    }
  })
}

/** Nothing where there is none, or where this browser keeps nothing. */
export async function readCardKey(number: string): Promise<CardKey | undefined> {
  try {
    return await inStore<CardKey | undefined>('readonly', (store) => store.get(number))
  } catch {
    return undefined
  }
}

export async function keepCardKey(key: CardKey): Promise<void> {
  await inStore('readwrite', (store) => store.put(key)).catch(() => undefined)
}

export async function forgetCardKeys(): Promise<void> {
  try {
    await inStore('readwrite', (store) => store.clear())
  } catch {
    // Nothing was kept.
  }
}
