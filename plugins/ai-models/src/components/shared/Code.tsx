import styles from './Code.module.css';

/** A name or address as machines write it. */
export function Code(props: { children: string }) {
  return <code className={styles.code}>{props.children}</code>;
}
