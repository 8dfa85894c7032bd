// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('scale_events', table => {
    table.comment(
      'Changes of the size of agents: events of autoscalers, and changes that were observed',
    );
    table.string('cluster').notNullable();
    table
      .string('uid')
      .notNullable()
      .comment('Of the Kubernetes event, or of the workload that changed');
    table
      .string('version')
      .notNullable()
      .comment(
        'resourceVersion of the event, or generation of the workload as generation:<n>',
      );
    table.string('namespace').notNullable();
    table.string('name').notNullable().comment('Name of the agent');
    table
      .bigInteger('at')
      .notNullable()
      .comment('Milliseconds since 1970-01-01 UTC');
    table.string('kind', 32).notNullable();
    table.string('source', 16).notNullable();
    table.integer('from_replicas');
    table.integer('to_replicas');
    table.string('reason');
    table.text('message');
    // Any number of backends see the same change; whoever writes second writes nothing.
    table.primary(['cluster', 'uid', 'version']);
    table.index(
      ['cluster', 'namespace', 'name', 'at'],
      'scale_events_agent_at_idx',
    );
    table.index(['at'], 'scale_events_at_idx');
  });

  await knex.schema.createTable('replica_samples', table => {
    table.comment('Replicas, metrics and usage of agents at regular intervals');
    table.string('cluster').notNullable();
    table.string('namespace').notNullable();
    table.string('name').notNullable();
    table
      .bigInteger('slot')
      .notNullable()
      .comment(
        'Start of the interval that the sample stands for, milliseconds since 1970-01-01 UTC',
      );
    table
      .bigInteger('at')
      .notNullable()
      .comment('When it was taken, milliseconds since 1970-01-01 UTC');
    table.integer('min_replicas');
    table.integer('current_replicas').notNullable();
    table.integer('desired_replicas').notNullable();
    table.integer('max_replicas');
    table.integer('ready_pods').notNullable();
    table.text('metrics').notNullable().comment('JSON: value by metric id');
    table.double('cpu_cores');
    table.double('memory_bytes');
    table.primary(['cluster', 'namespace', 'name', 'slot']);
    table.index(['slot'], 'replica_samples_slot_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('replica_samples');
  await knex.schema.dropTable('scale_events');
};
